import fc from "fast-check"

import { openRulesWith, WORKED_EXAMPLE } from "../../program/__tests__/worked-example"
import type { ProgramRules } from "../../program/rules"
import { decimal, type Decimal, sumDecimals } from "../../shared/decimal"
import { type EarningLine, earnedFor, earnedOn, spentOn } from "../earned"
import { programTerms, type Terms } from "../terms"

function line(id: string, paid: string | number, changes: Partial<EarningLine> = {}): EarningLine {
  return { id, paid: decimal(paid), units: decimal(1), share: decimal(1), ...changes }
}

/** A program of 10 points per unit of money in which some lines have their own terms. */
function terms(
  lines: readonly { id: string; rate?: number; per_unit?: number }[],
  bonuses: Terms["bonuses"] = []
): Terms {
  return {
    lines: lines.map(({ id, rate = 10, per_unit = 0 }) => ({
      id,
      rate: String(rate),
      per_unit: String(per_unit),
    })),
    bonuses,
  }
}

describe("earning points on money", () => {
  it("gives 15,000 points for 1,500.00 PLN in the worked example", () => {
    expect(earnedOn(WORKED_EXAMPLE, decimal(1500))).toBe(15000)
  })

  it.each<[ProgramRules["rounding"], string, number]>([
    ["floor", "10.99", 10],
    ["round", "10.49", 10],
    ["round", "10.50", 11],
    ["ceil", "10.01", 11],
    ["ceil", "10.00", 10],
  ])("rounds with %s: %s becomes %i", (rounding, amount, points) => {
    expect(earnedOn(openRulesWith({ rounding }), decimal(amount))).toBe(points)
  })

  it("earns nothing on a refund", () => {
    expect(earnedOn(openRulesWith({ rounding: "ceil" }), decimal("-5"))).toBe(0)
  })

  it("is not fooled by binary fractions", () => {
    expect(earnedOn(openRulesWith({ points_per_currency_unit: "100" }), decimal(1.1))).toBe(110)
  })

  it("is not fooled by the residue of a tax division", () => {
    const total = decimal("59.96999999999999999999")
    expect(earnedOn(openRulesWith({ points_per_currency_unit: "100" }), total)).toBe(5997)
    const above = decimal("90.00000000000000000001")
    expect(earnedOn(openRulesWith({ rounding: "ceil" }), above)).toBe(90)
  })

  it("refuses to count points beyond what a number holds exactly", () => {
    expect(() => earnedOn(WORKED_EXAMPLE, decimal("1e16"))).toThrow(RangeError)
  })
})

describe("earning under terms", () => {
  it("gives each line its own rate and rounds once", () => {
    const lines = [line("boiler", "349.99"), line("pipe", "0.55")]
    expect(earnedFor(lines, terms([{ id: "boiler", rate: 2 }, { id: "pipe" }]), "floor")).toBe(705)
  })

  it("gives points for each unit kept, and none for a line that costs nothing", () => {
    const seeds = [{ id: "seeds", rate: 0, per_unit: 50 }]
    const kept = line("seeds", 300, { units: decimal(3) })
    expect(earnedFor([kept], terms(seeds), "floor")).toBe(150)
    expect(earnedFor([{ ...kept, paid: decimal(0) }], terms(seeds), "floor")).toBe(0)
  })

  it("gives a bonus while its lines cost the minimum", () => {
    const both = ["table", "chair"]
    const kitchen = (table: number, chair: number) =>
      earnedFor(
        [line("table", table), line("chair", chair)],
        terms(
          [{ id: "table" }, { id: "chair" }],
          [{ rule: "kitchen", points: 300, minimum: "500", lines: both }]
        ),
        "floor"
      )
    expect(kitchen(500, 749)).toBe(12_790)
    expect(kitchen(500, 0)).toBe(5_300)
    expect(kitchen(0, 749)).toBe(7_790)
    expect(kitchen(350, 0)).toBe(3_500)
  })

  it("gives as much of a bonus as has been earned of its lines", () => {
    const half = [line("a", 100, { share: decimal("0.5") }), line("b", 300, { share: decimal(1) })]
    const bonus = { rule: "big", points: 100, minimum: "400", lines: ["a", "b"] }
    expect(earnedFor(half, terms([{ id: "a", rate: 0 }, { id: "b", rate: 0 }], [bonus]), "floor")).toBe(87) // prettier-ignore
  })

  it("gives nothing for a line without terms", () => {
    expect(earnedFor([line("added", 100)], terms([]), "ceil")).toBe(0)
  })

  it("does not lose a bonus to the residue of a division", () => {
    const almost = [line("a", "399.99999999999999999999")]
    const bonus = { rule: "big", points: 100, minimum: "400", lines: ["a"] }
    expect(earnedFor(almost, terms([{ id: "a", rate: 0 }], [bonus]), "floor")).toBe(100)
  })
})

describe("earning, whatever the order", () => {
  const someLines = fc
    .array(
      fc.record({
        paid: fc.integer({ min: -500, max: 5_000_000 }),
        units: fc.integer({ min: 0, max: 50 }),
        share: fc.integer({ min: 0, max: 100 }),
        rate: fc.integer({ min: 0, max: 400 }),
        per_unit: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 1, maxLength: 8 }
    )
    .map((drawn) =>
      drawn.map(({ paid, units, share, rate, per_unit }, index) => ({
        line: line(`line_${index}`, decimal(paid).shiftedBy(-2).toFixed(), {
          units: decimal(units),
          share: decimal(share).shiftedBy(-2),
        }),
        terms: { id: `line_${index}`, rate: rate / 10, per_unit },
      }))
    )
  const rounding = fc.constantFrom<ProgramRules["rounding"]>("floor", "round", "ceil")

  it("of lines, terms and bonuses, gives the same result", () => {
    fc.assert(
      fc.property(
        someLines,
        fc.integer({ min: 0, max: 9_000 }),
        rounding,
        (drawn, minimum, mode) => {
          const bonuses = ["one", "two"].map((rule, index) => ({
            rule,
            points: 70 + index,
            minimum: String(minimum),
            lines: drawn.filter((_, at) => at % 2 === index).map(({ terms: { id } }) => id),
          }))
          const lines = drawn.map((one) => one.line)
          const own = drawn.map((one) => one.terms)
          expect(earnedFor([...lines].reverse(), terms([...own].reverse(), [...bonuses].reverse()), mode)).toBe(earnedFor(lines, terms(own, bonuses), mode)) // prettier-ignore
        }
      )
    )
  })

  it("without rules, is the program's rate on the money spent", () => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 0, max: 5_000 }), rounding, (drawn, rate, mode) => {
        const lines = drawn.map((one) => one.line)
        const rules = openRulesWith({
          points_per_currency_unit: String(rate / 100),
          rounding: mode,
        })
        const spent: Decimal = sumDecimals(
          lines.filter(({ paid }) => paid.gt(0)).map(({ paid, share }) => paid.times(share))
        )
        expect(spentOn(lines).toFixed()).toBe(spent.toFixed())
        expect(earnedFor(lines, programTerms(rules, lines), mode)).toBe(earnedOn(rules, spent))
      })
    )
  })

  it("is never less than what any one line earns alone", () => {
    fc.assert(
      fc.property(someLines, rounding, (drawn, mode) => {
        const own = terms(drawn.map((one) => one.terms))
        const all = earnedFor(drawn.map((one) => one.line), own, mode) // prettier-ignore
        for (const { line: alone } of drawn) {
          expect(earnedFor([alone], own, mode)).toBeLessThanOrEqual(all)
        }
      })
    )
  })
})
