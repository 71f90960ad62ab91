import fc from "fast-check"

import { daysOf, MAX_PERIOD_DAYS, type Period, periodOf, problemOf, startOfDay } from "../period"

const NOW = new Date("2026-11-21T23:50:00.000Z")
const HOUR_IN_MS = 60 * 60 * 1000
const at = (time: string) => new Date(time)
const period = (from: string, to: string): Period => ({ from: at(from), to: at(to) })

describe("the period of a report", () => {
  it("is the last 30 days, today included, when nothing is asked for", () => {
    const last = periodOf({}, NOW)
    expect(last).toEqual(period("2026-10-23T00:00:00.000Z", "2026-11-22T00:00:00.000Z"))
    expect(daysOf(last)).toHaveLength(30)
  })

  it("lasts until the end of today when only its beginning is given", () => {
    expect(periodOf({ from: at("2026-01-01T12:00:00Z") }, NOW)).toEqual(
      period("2026-01-01T12:00:00Z", "2026-11-22T00:00:00Z")
    )
  })

  it.each([
    ["2026-12-01T00:00:00Z", "2026-11-01T00:00:00Z"],
    ["2026-11-30T12:00:00Z", "2026-11-01T00:00:00Z"],
  ])("has 30 days when only its end is given: %s", (to, from) => {
    const before = periodOf({ to: at(to) }, NOW)
    expect(before).toEqual(period(from, to))
    expect(daysOf(before)).toHaveLength(30)
  })

  it("is as asked when both are given", () => {
    const asked = period("2026-02-01T00:00:00Z", "2026-02-02T06:00:00Z")
    expect(periodOf(asked, NOW)).toEqual(asked)
  })
})

describe("a period that cannot be reported on", () => {
  it.each([
    ["2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z"],
    ["2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z"],
  ])("ends before it begins: %s to %s", (from, to) => {
    expect(problemOf(period(from, to))).toBe(
      "expected a moment before the end of the period, 2026-11-01T00:00:00.000Z"
    )
  })

  it("is longer than three years", () => {
    const to = at("2026-11-01T00:00:00Z")
    const longest = { from: startOfDay(to, -MAX_PERIOD_DAYS), to }
    expect(problemOf(longest)).toBeNull()
    expect(daysOf(longest)).toHaveLength(MAX_PERIOD_DAYS)
    expect(problemOf({ ...longest, from: new Date(longest.from.getTime() - 1) })).toMatch(
      /^expected at most 1096 days/
    )
  })
})

describe("the days of a period", () => {
  it.each([
    ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", ["2026-11-01"]],
    ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00.001Z", ["2026-11-01", "2026-11-02"]],
    ["2026-11-01T23:59:59.999Z", "2026-11-02T00:00:00Z", ["2026-11-01"]],
    ["2026-11-01T23:00:00Z", "2026-11-02T01:00:00Z", ["2026-11-01", "2026-11-02"]],
    ["2024-02-28T12:00:00Z", "2024-03-01T12:00:00Z", ["2024-02-28", "2024-02-29", "2024-03-01"]],
    ["1969-12-31T12:00:00Z", "1970-01-01T12:00:00Z", ["1969-12-31", "1970-01-01"]],
  ])("from %s to %s are %j", (from, to, days) => {
    expect(daysOf(period(from, to))).toEqual(days)
  })

  it("are UTC days, whatever the local time zone", () => {
    expect(daysOf(period("2026-11-01T00:30:00+02:00", "2026-11-01T01:30:00+02:00"))).toEqual([
      "2026-10-31",
    ])
  })

  it("cover every moment of the period and no other", () => {
    const anyHour = fc.integer({ min: -1_000_000, max: 1_000_000 })
    const anyLength = fc.integer({ min: 1, max: 2_000 })
    fc.assert(
      fc.property(anyHour, anyLength, (hour, hours) => {
        const from = new Date(hour * HOUR_IN_MS)
        const to = new Date((hour + hours) * HOUR_IN_MS)
        const touched = Array.from({ length: hours }, (_, index) =>
          new Date((hour + index) * HOUR_IN_MS).toISOString().slice(0, 10)
        )
        expect(daysOf({ from, to })).toEqual([...new Set(touched)])
      })
    )
  })
})
