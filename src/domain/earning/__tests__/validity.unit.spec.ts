import fc from "fast-check"

import { startOfNextDay } from "../../shared/time-zone"
import { type DayCount, type ExpiryMoment, lotDates } from "../validity"

const EARNED_AT = new Date("2025-03-01T12:00:00.000Z")
const UTC: DayCount = { timeZone: "UTC", expiryMoment: "instant" }

describe("how long earned points live", () => {
  it("is 365 days from the moment they are earned in the worked example", () => {
    expect(lotDates({ pending_days: 0, validity_days: 365 }, EARNED_AT, UTC)).toEqual({
      available_at: EARNED_AT,
      expires_at: new Date("2026-03-01T12:00:00.000Z"),
    })
  })

  it("starts when they become spendable", () => {
    expect(lotDates({ pending_days: 14, validity_days: 1 }, EARNED_AT, UTC)).toEqual({
      available_at: new Date("2025-03-15T12:00:00.000Z"),
      expires_at: new Date("2025-03-16T12:00:00.000Z"),
    })
  })

  it.each<ExpiryMoment>(["instant", "end_of_day"])(
    "can be for ever, with %s too",
    (expiryMoment) => {
      const days = { timeZone: "Europe/Warsaw", expiryMoment }
      expect(lotDates({ pending_days: 0, validity_days: null }, EARNED_AT, days)).toEqual({
        available_at: EARNED_AT,
        expires_at: null,
      })
    }
  )

  it("is days of 24 hours in UTC, in leap years too", () => {
    const leap = new Date("2024-02-28T23:30:00.000Z")
    expect(lotDates({ pending_days: 0, validity_days: 2 }, leap, UTC).expires_at).toEqual(
      new Date("2024-03-01T23:30:00.000Z")
    )
  })

  it("keeps the time of day where clocks change, while points wait too", () => {
    const noon = new Date("2026-03-25T11:00:00.000Z")
    const warsaw: DayCount = { timeZone: "Europe/Warsaw", expiryMoment: "instant" }
    expect(lotDates({ pending_days: 7, validity_days: 365 }, noon, warsaw)).toEqual({
      available_at: new Date("2026-04-01T10:00:00.000Z"),
      expires_at: new Date("2027-04-01T10:00:00.000Z"),
    })
  })

  it("can be to the end of the last day, but then points become spendable at their time", () => {
    const days: DayCount = { timeZone: "Europe/Warsaw", expiryMoment: "end_of_day" }
    expect(lotDates({ pending_days: 1, validity_days: 30 }, EARNED_AT, days)).toEqual({
      available_at: new Date("2025-03-02T12:00:00.000Z"),
      expires_at: new Date("2025-04-01T22:00:00.000Z"),
    })
  })

  it("does not touch the date it was given", () => {
    const date = new Date(EARNED_AT)
    lotDates({ pending_days: 3, validity_days: 3 }, date, { ...UTC, expiryMoment: "end_of_day" })
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
          lotDates(lives, earned_at, { timeZone, expiryMoment })
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
