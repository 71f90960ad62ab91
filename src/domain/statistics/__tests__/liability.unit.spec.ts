import fc from "fast-check"

import { TRANSACTION_KINDS } from "../../ledger/kinds"
import { decimal, sumDecimals, toNumber } from "../../shared/decimal"
import { type LiabilityInput, type LiabilityReport, liabilityReportOf } from "../liability"
import type { LiabilityBalance, LiabilityMovement, Standing } from "../liability"
import { liabilityCsv } from "../liability-csv"
import type { ValuedProgram } from "../valuation"

const FROM = new Date("2026-11-01T00:00:00Z")
const TO = new Date("2026-12-01T00:00:00Z")
const PLN: ValuedProgram = {
  currency: { code: "pln", decimal_digits: 2 },
  rules: { point_value: "0.015" },
  is_enabled: true,
}

const report = (changes: Partial<LiabilityInput> = {}): LiabilityReport =>
  liabilityReportOf({
    period: { from: FROM, to: TO },
    as_of: TO,
    movements: [],
    standing: [],
    programs: [PLN],
    default_currency_code: null,
    ...changes,
  })

const left = (part: Partial<Standing>): Standing => ({
  ...{ currency_code: null, month: null },
  ...{ outstanding: 0, overdue: 0, debt: 0 },
  ...part,
})

const moved = (currency_code: string | null, kind: string, points: number): LiabilityMovement => ({
  ...{ currency_code, kind, points },
})

/** A small store: PLN points that expire in two months, points given by hand, and a debt. */
const SMALL = {
  movements: [
    moved("pln", "earn", 1_000),
    moved("pln", "redeem", -300),
    moved("pln", "expire", -100),
    moved(null, "earn_reversal", -50),
  ],
  standing: [
    left({ currency_code: "pln", month: "2027-01", outstanding: 301, overdue: 7 }),
    left({ currency_code: "pln", month: "2026-12", outstanding: 333 }),
    left({ outstanding: 10 }),
    left({ debt: 50 }),
  ],
}

describe("the liability report", () => {
  it("accounts for each currency's balance, and shows when its points expire", () => {
    const { groups, totals } = report(SMALL)
    expect(groups).toEqual([
      {
        ...{ currency_code: "pln", opening_balance: 41, closing_balance: 641 },
        ...{ issued: 1_000, redeemed: 300, expired: 100, reversed: 0, taken: 0 },
        ...{ outstanding: 634, overdue: 7, debt: 0, breakage_rate: 0.1 },
        ...{ value: 9.51, value_currency_code: "pln" },
        expiring: [
          { month: "2026-12", points: 333, value: 4.99 },
          { month: "2027-01", points: 301, value: 4.52 },
        ],
      },
      {
        ...{ currency_code: null, opening_balance: 10, closing_balance: -40 },
        ...{ issued: 0, redeemed: 0, expired: 0, reversed: 50, taken: 0 },
        ...{ outstanding: 10, overdue: 0, debt: 50, breakage_rate: null },
        ...{ value: 0.15, value_currency_code: "pln" },
        expiring: [{ month: null, points: 10, value: 0.15 }],
      },
    ])
    expect(totals).toMatchObject({
      ...{ opening_balance: 51, closing_balance: 601 },
      values: [{ currency_code: "pln", value: 9.66 }],
    })
  })

  it("shows points that no program values", () => {
    const { groups, totals } = report({ ...SMALL, programs: [] })
    expect(groups.map(({ value, value_currency_code }) => [value, value_currency_code])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(groups[0]?.expiring[0]).toEqual({ month: "2026-12", points: 333, value: null })
    expect(totals.values).toEqual([])
  })

  it("is empty before there are any points", () => {
    const { groups, totals } = report()
    expect(groups).toEqual([])
    expect(totals).toMatchObject({ opening_balance: 0, closing_balance: 0, expiring: [] })
  })
})

describe("any liability report", () => {
  const anyCode = fc.constantFrom("pln", "eur", "jpy", null)
  const anyCount = fc.nat({ max: 1_000_000 })
  const anyMovement = fc.record({
    currency_code: anyCode,
    kind: fc.oneof(fc.constantFrom(...TRANSACTION_KINDS), fc.string()),
    points: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  })
  const anyStanding = fc.record({
    currency_code: anyCode,
    month: fc.constantFrom("2026-11", "2026-12", "2027-01", null),
    ...{ outstanding: anyCount, overdue: anyCount, debt: anyCount },
  })
  const anyReport = fc
    .record({ movements: fc.array(anyMovement), standing: fc.array(anyStanding) })
    .map((figures) => ({ figures, made: report(figures) }))

  const explained = (balance: LiabilityBalance): void => {
    const { opening_balance, issued, redeemed, expired, reversed, taken } = balance
    expect(opening_balance + issued - redeemed - expired - reversed - taken).toBe(
      balance.closing_balance
    )
    expect(balance.outstanding + balance.overdue - balance.debt).toBe(balance.closing_balance)
  }

  it("accounts for every balance by its movements, per currency and in total", () => {
    fc.assert(
      fc.property(anyReport, ({ made }) => [...made.groups, made.totals].forEach(explained))
    )
  })

  it("loses no point and counts none twice: groups sum to the totals, and those to the ledger", () => {
    const fields = "opening_balance issued redeemed expired reversed taken outstanding overdue debt"
    fc.assert(
      fc.property(anyReport, ({ figures, made: { groups, totals } }) => {
        for (const field of fields.split(" ") as "opening_balance"[]) {
          expect(sum(groups.map((group) => group[field]))).toBe(totals[field])
        }
        const change = totals.closing_balance - totals.opening_balance
        expect(change).toBe(sum(figures.movements.map(({ points }) => points)))
        expect(totals.outstanding).toBe(sum(figures.standing.map((part) => part.outstanding)))
      })
    )
  })

  it("splits the points and their value by month without a remainder", () => {
    fc.assert(
      fc.property(anyReport, ({ made: { groups } }) => {
        for (const { expiring, outstanding, value } of groups) {
          expect(sum(expiring.map(({ points }) => points))).toBe(outstanding)
          expect(toNumber(sumDecimals(expiring.map((part) => decimal(part.value ?? 0))))).toBe(
            value
          )
        }
      })
    )
  })

  it("writes all of it to the file: one figure per row, ten cells each", () => {
    fc.assert(
      fc.property(anyReport, ({ made }) => {
        const lines = liabilityCsv(made).split("\r\n")
        expect(lines.pop()).toBe("")
        expect(lines.every((line) => line.split(",").length === 10)).toBe(true)
        const told = (figure: string) =>
          lines.filter((line) => line.includes(`,${figure},`) && !line.includes(",total,"))
        const points = told("expiring").map((line) => Number(line.split(",")[6]))
        expect(sum(points)).toBe(made.totals.outstanding)
        expect(told("closing_balance")).toHaveLength(made.groups.length)
      })
    )
  })

  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
})

describe("the liability report as a file", () => {
  it("has each figure in its own row", () => {
    const PERIOD = "2026-11-01T00:00:00.000Z,2026-12-01T00:00:00.000Z,2026-12-01T00:00:00.000Z"
    const lines = liabilityCsv(report(SMALL)).split("\r\n")
    expect(lines.slice(0, 14)).toEqual([
      "from,to,as_of,currency_code,figure,month,points,value,value_currency_code,rate",
      `${PERIOD},pln,opening_balance,,41,,,`,
      `${PERIOD},pln,issued,,1000,,,`,
      `${PERIOD},pln,redeemed,,300,,,`,
      `${PERIOD},pln,expired,,100,,,`,
      `${PERIOD},pln,reversed,,0,,,`,
      `${PERIOD},pln,taken,,0,,,`,
      `${PERIOD},pln,closing_balance,,641,,,`,
      `${PERIOD},pln,overdue,,7,,,`,
      `${PERIOD},pln,debt,,0,,,`,
      `${PERIOD},pln,breakage_rate,,,,,0.1`,
      `${PERIOD},pln,outstanding,,634,9.51,pln,`,
      `${PERIOD},pln,expiring,2026-12,333,4.99,pln,`,
      `${PERIOD},pln,expiring,2027-01,301,4.52,pln,`,
    ])
    expect(lines).toContain(`${PERIOD},none,expiring,never,10,0.15,pln,`)
    expect(lines).toContain(`${PERIOD},total,closing_balance,,601,,,`)
    expect(lines).toContain(`${PERIOD},total,value,,,9.66,pln,`)
    expect(lines.at(-1)).toBe("")
  })

  it("has only total rows before there are any points", () => {
    const totals = liabilityCsv(report()).split("\r\n").slice(1, -1)
    expect(totals.every((line) => line.includes(",total,"))).toBe(true)
  })
})
