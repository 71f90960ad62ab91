import fc from "fast-check"

import { TRANSACTION_KINDS } from "../../ledger/kinds"
import { type DatedMovement, type StatisticsInput, statisticsOf } from "../statistics"

const PLN = { code: "pln", decimal_digits: 2 }
const JPY = { code: "jpy", decimal_digits: 0 }
const DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"]

function report(changes: Partial<StatisticsInput> = {}) {
  return statisticsOf({
    period: { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-04T00:00:00Z") },
    movements: [],
    totals: { members: 3, closing_balance: 15_000, outstanding: 15_000 },
    programs: [{ currency: PLN, rules: { point_value: "0.01" } }],
    ...changes,
  })
}

const moved = (date: string, kind: string, points: number): DatedMovement => ({
  date,
  kind,
  points,
})

describe("the merchant's figures", () => {
  it("of a period in which nothing happened", () => {
    const none = { issued: 0, redeemed: 0, expired: 0, reversed: 0, taken: 0 }
    expect(report()).toEqual({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-11-04T00:00:00Z"),
      members: 3,
      ...none,
      opening_balance: 15_000,
      closing_balance: 15_000,
      outstanding: 15_000,
      liability: [{ currency_code: "pln", value: 150 }],
      breakage_rate: null,
      redemption_rate: null,
      series: DAYS.map((date) => ({ date, ...none })),
    })
  })

  it("cover each day, and both ends of the period", () => {
    const { series, ...totals } = report({
      movements: [
        moved("2026-11-01", "earn", 1_000),
        moved("2026-11-01", "adjust", -40),
        moved("2026-11-03", "redeem", -300),
        moved("2026-11-03", "expire", -60),
        moved("2026-11-03", "earn_reversal", -100),
      ],
    })
    expect(totals).toMatchObject({
      issued: 1_000,
      redeemed: 300,
      expired: 60,
      reversed: 100,
      taken: 40,
      opening_balance: 14_500,
      closing_balance: 15_000,
      breakage_rate: 0.06,
      redemption_rate: 0.3,
    })
    expect(series).toEqual([
      { date: "2026-11-01", issued: 1_000, redeemed: 0, expired: 0, reversed: 0, taken: 40 },
      { date: "2026-11-02", issued: 0, redeemed: 0, expired: 0, reversed: 0, taken: 0 },
      { date: "2026-11-03", issued: 0, redeemed: 300, expired: 60, reversed: 100, taken: 0 },
    ])
  })

  it("have rates without binary rounding errors, and none if nothing was issued", () => {
    const thirds = [moved(DAYS[0]!, "earn", 3), moved(DAYS[0]!, "redeem", -1)]
    expect(report({ movements: thirds })).toMatchObject({
      redemption_rate: 0.3333,
      breakage_rate: 0,
    })
    const refund = [moved(DAYS[0]!, "redeem_refund", 5)]
    expect(report({ movements: refund })).toMatchObject({ redeemed: -5, redemption_rate: null })
  })

  it("value the outstanding points under each program, in whole coins", () => {
    const totals = { members: 1, closing_balance: 1_000, outstanding: 1_049 }
    const programs = [
      { currency: PLN, rules: { point_value: "0.015" } },
      { currency: JPY, rules: { point_value: "0.1" } },
    ]
    expect(report({ totals, programs }).liability).toEqual([
      { currency_code: "pln", value: 15.73 },
      { currency_code: "jpy", value: 104 },
    ])
    expect(report({ programs: [] }).liability).toEqual([])
  })

  it("account for every point between the opening and the closing balance", () => {
    const anyDate = fc.constantFrom(...DAYS)
    const anyKind = fc.oneof(fc.constantFrom(...TRANSACTION_KINDS), fc.string())
    const anyPoints = fc.integer({ min: -100_000, max: 100_000 }).filter((points) => points !== 0)
    const anyMovement = fc.record({ date: anyDate, kind: anyKind, points: anyPoints })
    const anyOpening = fc.integer({ min: -1_000, max: 1_000_000 })
    fc.assert(
      fc.property(anyOpening, fc.array(anyMovement), (opening, movements) => {
        const closing_balance = movements.reduce((sum, { points }) => sum + points, opening)
        const totals = { members: 1, closing_balance, outstanding: 0 }
        const told = report({ movements, totals })
        expect(told.opening_balance).toBe(opening)
        expect(told.closing_balance).toBe(
          opening - told.redeemed - told.expired - told.reversed - told.taken + told.issued
        )
        for (const flow of ["issued", "redeemed", "expired", "reversed", "taken"] as const) {
          expect(told.series.reduce((sum, day) => sum + day[flow], 0)).toBe(told[flow])
        }
      })
    )
  })
})
