import * as fc from "fast-check"
import { NO_FACTS } from "../../../src/domain/earning/item-facts"
import { quotePoints } from "../../../src/domain/checkout/quote"
import { DEFAULT_RULES } from "../../../src/domain/program/rules"
import { decimal } from "../../../src/domain/shared/decimal"
import { toNumber } from "../lib/exact"
import { fewestUsefulPoints, isLimitedByRules, previewOf } from "../lib/preview"
import { PROGRAM, QUOTE } from "./support"

describe("a preview", () => {
  it("shows the worked example", () => {
    const preview = previewOf({ quote: QUOTE, program: PROGRAM, cartTotal: 450, points: 15_000 })
    expect(toNumber(preview.discount)).toBe(150)
    expect(toNumber(preview.total)).toBe(300)
    expect(preview.pointsTaken).toBe(15_000)
    expect(preview.pointsToEarn).toBe(3000)
  })

  it("replaces the points already applied", () => {
    const quote = { ...QUOTE, points_applied: 15_000, discount: 150, points_to_earn: 3000 }
    const preview = previewOf({ quote, program: PROGRAM, cartTotal: 315.01, points: 1 })
    expect(toNumber(preview.total)).toBe(465)
  })

  it("does not say what the order earns when only the store can tell", () => {
    const quote = { ...QUOTE, points_to_earn: 3658 }
    const preview = (points: number) =>
      previewOf({ quote, program: PROGRAM, cartTotal: 450, points }).pointsToEarn
    expect(preview(0)).toBe(3658)
    expect(preview(100)).toBeNull()
  })

  it("matches what the store then does, for any rules, order and points", () => {
    fc.assert(
      fc.property(scenarios(), ({ program, rules, coins, available, points }) => {
        const ask = (points_requested: number) =>
          quoteOf({ rules, coins, available, points_requested })
        const before = ask(0)
        fc.pre(before.eligible)
        const preview = previewOf({ quote: before, program, cartTotal: coins / 100, points })
        const after = ask(points)
        expect(toNumber(preview.discount)).toBe(after.discount)
        expect(preview.pointsTaken).toBe(after.points_applied)
        expect(preview.pointsToEarn).toBe(after.points_to_earn)
        expect(toNumber(preview.total)).toBe(
          decimal(coins).shiftedBy(-2).minus(after.discount).toNumber()
        )
      })
    )
  })
})

it("gives the fewest points that are worth a coin", () => {
  expect(fewestUsefulPoints(PROGRAM, "pln")).toBe(1)
  expect(fewestUsefulPoints({ ...PROGRAM, point_value: 0.003 }, "pln")).toBe(4)
  expect(fewestUsefulPoints({ ...PROGRAM, point_value: 0.01 }, "jpy")).toBe(100)
})

it("distinguishes limits set by the rules from those of the balance", () => {
  expect(isLimitedByRules(QUOTE, PROGRAM)).toBe(false)
  expect(isLimitedByRules({ ...QUOTE, max_points: 4500, max_discount: 45 }, PROGRAM)).toBe(true)
})

function scenarios() {
  return fc
    .record({
      units: fc.integer({ min: 1, max: 500 }),
      decimals: fc.integer({ min: 0, max: 4 }),
      rounding: fc.constantFrom("floor" as const, "round" as const, "ceil" as const),
      maximum: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
      coins: fc.integer({ min: 1, max: 100_000 }),
      available: fc.integer({ min: 1, max: 100_000 }),
      share: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ units, decimals, rounding, maximum, coins, available, share }) => {
      const point_value = Number(`${units}e-${decimals}`)
      const rules = {
        ...DEFAULT_RULES,
        point_value: String(point_value),
        points_per_currency_unit: "10",
        rounding,
        maximum_discount: maximum === null ? null : String(maximum),
      }
      const program = { ...PROGRAM, point_value, rounding, maximum_discount: maximum }
      const points = Math.floor((available * share) / 100)
      return { program, rules, coins, available, points }
    })
}

type Ask = {
  rules: typeof DEFAULT_RULES
  coins: number
  available: number
  points_requested: number
}

function quoteOf({ rules, coins, available, points_requested }: Ask) {
  const payable = decimal(coins).shiftedBy(-2)
  return quotePoints({
    currency: { code: "pln", decimal_digits: 2 },
    rules,
    is_member: true,
    available,
    lines: [
      {
        id: "line",
        payable,
        net_payable: payable,
        quantity: decimal(1),
        facts: NO_FACTS,
        is_discountable: true,
        earns: true,
      },
    ],
    has_promotions: false,
    points_requested,
  }).quote
}
