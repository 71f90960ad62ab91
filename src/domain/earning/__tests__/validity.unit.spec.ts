import fc from "fast-check"

import { addDays, dayAt, startOfNextDay } from "../../shared/time-zone"
import { type DayCount, type ExpiryMoment, lotDates, type ValidityRules } from "../validity"

const EARNED_AT = new Date("2025-03-01T12:00:00.000Z")
const UTC: DayCount = { timeZone: "UTC", expiryMoment: "instant" }

/** Points that live a number of days. */
const days = (pending_days: number, validity_days: number | null): ValidityRules => ({
  ...{ pending_days, validity_days },
  ...{ fixed_expiry: null, fixed_expiry_minimum_days: 0 },
})

/** Points that live until a day of the year. */
const until = (fixed_expiry: string, minimum = 0, pending_days = 0): ValidityRules => ({
  ...{ pending_days, validity_days: 365 },
  ...{ fixed_expiry, fixed_expiry_minimum_days: minimum },
})

describe("how long earned points live", () => {
  it("is 365 days from the moment they are earned in the worked example", () => {
    expect(lotDates(days(0, 365), EARNED_AT, UTC)).toEqual({
      available_at: EARNED_AT,
      expires_at: new Date("2026-03-01T12:00:00.000Z"),
    })
  })

  it("starts when they become spendable", () => {
    expect(lotDates(days(14, 1), EARNED_AT, UTC)).toEqual({
      available_at: new Date("2025-03-15T12:00:00.000Z"),
      expires_at: new Date("2025-03-16T12:00:00.000Z"),
    })
  })

  it.each<ExpiryMoment>(["instant", "end_of_day"])(
    "can be for ever, with %s too",
    (expiryMoment) => {
      const count = { timeZone: "Europe/Warsaw", expiryMoment }
      expect(lotDates(days(0, null), EARNED_AT, count)).toEqual({
        available_at: EARNED_AT,
        expires_at: null,
      })
    }
  )

  it("is days of 24 hours in UTC, in leap years too", () => {
    const leap = new Date("2024-02-28T23:30:00.000Z")
    expect(lotDates(days(0, 2), leap, UTC).expires_at).toEqual(new Date("2024-03-01T23:30:00.000Z"))
  })

  it("keeps the time of day across clock changes, also while points are pending", () => {
    const noon = new Date("2026-03-25T11:00:00.000Z")
    const warsaw: DayCount = { timeZone: "Europe/Warsaw", expiryMoment: "instant" }
    expect(lotDates(days(7, 365), noon, warsaw)).toEqual({
      available_at: new Date("2026-04-01T10:00:00.000Z"),
      expires_at: new Date("2027-04-01T10:00:00.000Z"),
    })
  })

  it("can last to the end of the last day; points still become spendable at their time of day", () => {
    const count: DayCount = { timeZone: "Europe/Warsaw", expiryMoment: "end_of_day" }
    expect(lotDates(days(1, 30), EARNED_AT, count)).toEqual({
      available_at: new Date("2025-03-02T12:00:00.000Z"),
      expires_at: new Date("2025-04-01T22:00:00.000Z"),
    })
  })

  it("does not modify the date it is given", () => {
    const date = new Date(EARNED_AT)
    lotDates(days(3, 3), date, { ...UTC, expiryMoment: "end_of_day" })
    expect(date).toEqual(EARNED_AT)
  })

  it("to the end of the day is the midnight after the instant, at most 25 hours later", () => {
    const moment = fc.date({
      min: new Date("2012-01-01"),
      max: new Date("2037-12-31"),
      noInvalidDate: true,
    })
    const rules = fc.record({
      pending_days: fc.nat(60),
      validity_days: fc.integer({ min: 1, max: 800 }),
    })
    const zone = fc.constantFrom("UTC", "Europe/Warsaw", "America/New_York", "Asia/Beirut")
    fc.assert(
      fc.property(rules, moment, zone, (lives, earned_at, timeZone) => {
        const [instant, endOfDay] = (["instant", "end_of_day"] as const).map((expiryMoment) =>
          lotDates(days(lives.pending_days, lives.validity_days), earned_at, {
            timeZone,
            expiryMoment,
          })
        )
        expect(endOfDay!.available_at).toEqual(instant!.available_at)
        expect(endOfDay!.expires_at).toEqual(startOfNextDay(instant!.expires_at!, timeZone))
        const longer = endOfDay!.expires_at!.getTime() - instant!.expires_at!.getTime()
        expect(longer).toBeGreaterThan(0)
        expect(longer).toBeLessThanOrEqual(25 * 60 * 60 * 1000)
        expect(instant!.expires_at!.getTime()).toBeGreaterThan(instant!.available_at.getTime())
      }),
      { numRuns: 1000 }
    )
  })
})

describe("points that live until a day of the year", () => {
  const WARSAW: DayCount = { timeZone: "Europe/Warsaw", expiryMoment: "instant" }
  const expiry = (rules: ValidityRules, earned: string, count = WARSAW) =>
    lotDates(rules, new Date(earned), count).expires_at?.toISOString()

  it.each([
    ["end with it", until("12-31"), "2026-03-01T12:00:00Z", "2026-12-31T23:00:00.000Z"],
    [
      "end with today, if it is that day",
      until("12-31"),
      "2026-12-31T22:59:59Z",
      "2026-12-31T23:00:00.000Z",
    ],
    [
      "wait a year once it is over",
      until("12-31"),
      "2026-12-31T23:00:00Z",
      "2027-12-31T23:00:00.000Z",
    ],
    [
      "pass over a day that comes too soon",
      until("12-31", 30),
      "2026-12-02T12:00:00Z",
      "2027-12-31T23:00:00.000Z",
    ],
    [
      "take one that comes just in time",
      until("12-31", 30),
      "2026-12-01T12:00:00Z",
      "2026-12-31T23:00:00.000Z",
    ],
    [
      "count from when they can be spent",
      until("12-31", 30, 14),
      "2026-11-18T12:00:00Z",
      "2027-12-31T23:00:00.000Z",
    ],
    [
      "end on 28 February in most years",
      until("02-29"),
      "2026-03-01T12:00:00Z",
      "2027-02-28T23:00:00.000Z",
    ],
    [
      "end on 29 February in leap years",
      until("02-29"),
      "2028-02-28T12:00:00Z",
      "2028-02-29T23:00:00.000Z",
    ],
    [
      "end at midnight where clocks change",
      until("03-28"),
      "2026-06-01T12:00:00Z",
      "2027-03-28T22:00:00.000Z",
    ],
  ])("%s", (_, rules, earned, expected) => {
    expect(expiry(rules, earned)).toBe(expected)
    expect(expiry(rules, earned, { ...WARSAW, expiryMoment: "end_of_day" })).toBe(expected)
    expect(expiry({ ...rules, validity_days: null }, earned)).toBe(expected)
  })

  it("end on that day, never before their minimum days and at most a year and a day later", () => {
    const moment = fc.date({
      min: new Date("2012-01-01"),
      max: new Date("2037-12-31"),
      noInvalidDate: true,
    })
    const zone = fc.constantFrom("UTC", "Europe/Warsaw", "America/New_York", "Asia/Beirut")
    const day = fc.constantFrom("01-01", "02-28", "02-29", "03-01", "03-28", "06-30", "12-31")
    fc.assert(
      fc.property(
        day,
        fc.nat(800),
        fc.nat(60),
        moment,
        zone,
        (fixed, least, pending, at, timeZone) => {
          const { available_at, expires_at } = lotDates(until(fixed, least, pending), at, {
            ...WARSAW,
            timeZone,
          })
          const last = dayAt(new Date(expires_at!.getTime() - 1), timeZone)
          const isLeap = new Date(Date.UTC(last.year, 2, 0)).getUTCDate() === 29
          const month = String(last.month).padStart(2, "0")
          expect(`${month}-${String(last.day).padStart(2, "0")}`).toBe(
            fixed === "02-29" && !isLeap ? "02-28" : fixed
          )
          const earliest = addDays(available_at, least, timeZone).getTime()
          expect(expires_at!.getTime()).toBeGreaterThan(earliest)
          const latest = addDays(available_at, least + 366 + 1, timeZone).getTime()
          expect(expires_at!.getTime()).toBeLessThanOrEqual(latest)
        }
      ),
      { numRuns: 1000 }
    )
  })
})
