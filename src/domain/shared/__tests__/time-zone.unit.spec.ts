import fc from "fast-check"

import { addDays, isTimeZone, startOfNextDay } from "../time-zone"

/** Zones whose clocks change at different times, by an hour or half an hour, or never. */
const ZONES = [
  ...["UTC", "Europe/Warsaw", "America/New_York", "America/St_Johns", "Australia/Lord_Howe"],
  ...["Asia/Kolkata", "Asia/Beirut", "America/Havana", "America/Sao_Paulo", "Africa/Cairo"],
  ...["Pacific/Kiritimati", "Pacific/Pago_Pago"],
]
const zone = fc.constantFrom(...ZONES)
const moment = fc.date({
  min: new Date("2012-01-01"),
  max: new Date("2037-12-31"),
  noInvalidDate: true,
})
const days = fc.integer({ min: 0, max: 1000 })

const clocks = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }),
  ])
)

/** The local time in a zone, e.g. "2026-03-29 02:30:00". */
const clockOf = (at: Date, timeZone: string) => clocks.get(timeZone)!.format(at)
const dayOf = (at: Date, timeZone: string) => clockOf(at, timeZone).slice(0, 10)
const timeOf = (at: Date, timeZone: string) => clockOf(at, timeZone).slice(11)
const dayAfter = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

describe("the name of a time zone", () => {
  it.each(ZONES)("can be %s", (name) => expect(isTimeZone(name)).toBe(true))

  it.each(["", "Warsaw", "Europe/Atlantis", "+02:00", "UTC+2", "2", " UTC"])(
    "cannot be %p",
    (name) => expect(isTimeZone(name)).toBe(false)
  )
})

describe("some days later", () => {
  it.each([
    ["summer begins", "Europe/Warsaw", "2026-03-28T11:00:00Z", 1, "2026-03-29T10:00:00.000Z"],
    ["summer ends", "Europe/Warsaw", "2026-10-24T10:00:00Z", 1, "2026-10-25T11:00:00.000Z"],
    ["a year passes", "Europe/Warsaw", "2026-01-15T08:15:30.250Z", 365, "2027-01-15T08:15:30.250Z"],
    [
      "clocks jump over the time",
      "Europe/Warsaw",
      "2026-03-28T01:30:00Z",
      1,
      "2026-03-29T01:30:00.000Z",
    ],
    [
      "the time comes twice",
      "Europe/Warsaw",
      "2026-10-24T00:30:00Z",
      1,
      "2026-10-25T00:30:00.000Z",
    ],
    ["nobody changes clocks", "UTC", "2024-02-28T23:30:00Z", 2, "2024-03-01T23:30:00.000Z"],
    [
      "no day passes in an hour that comes twice",
      "Europe/Warsaw",
      "2026-10-25T01:30:00Z",
      0,
      "2026-10-25T01:30:00.000Z",
    ],
    ["a day never came", "Pacific/Apia", "2011-12-29T22:00:00Z", 1, "2011-12-30T22:00:00.000Z"],
  ])("%s", (_, timeZone, from, count, expected) => {
    expect(addDays(new Date(from), count, timeZone).toISOString()).toBe(expected)
  })

  it("the clocks show the same time, unless they skipped it", () => {
    fc.assert(
      fc.property(moment, days, zone, (from, count, timeZone) => {
        const later = addDays(from, count, timeZone)
        if (timeOf(later, timeZone) === timeOf(from, timeZone)) {
          expect(dayOf(later, timeZone)).toBe(dayAfter(dayOf(from, timeZone), count))
          expect(later.getUTCMilliseconds()).toBe(from.getUTCMilliseconds())
        } else {
          const jump = later.getTime() - addDays(from, count - 1, timeZone).getTime()
          expect(jump).toBe(24 * 60 * 60 * 1000)
        }
      }),
      { numRuns: 1000 }
    )
  })

  it("a day of UTC has 24 hours", () => {
    fc.assert(
      fc.property(moment, days, (from, count) => {
        const later = addDays(from, count, "UTC")
        expect(later.getTime() - from.getTime()).toBe(count * 24 * 60 * 60 * 1000)
      })
    )
  })

  it("more days end later", () => {
    fc.assert(
      fc.property(moment, days, zone, (from, count, timeZone) => {
        const one = addDays(from, count, timeZone)
        expect(addDays(from, count + 1, timeZone).getTime()).toBeGreaterThan(one.getTime())
      })
    )
  })
})

describe("the next day begins", () => {
  it.each([
    ["at midnight", "Europe/Warsaw", "2026-11-22T12:00:00Z", "2026-11-22T23:00:00.000Z"],
    [
      "a whole day after midnight",
      "Europe/Warsaw",
      "2026-11-22T23:00:00Z",
      "2026-11-23T23:00:00.000Z",
    ],
    [
      "after 23 hours of spring",
      "Europe/Warsaw",
      "2026-03-28T23:00:00Z",
      "2026-03-29T22:00:00.000Z",
    ],
    [
      "after 25 hours of autumn",
      "Europe/Warsaw",
      "2026-10-24T22:00:00Z",
      "2026-10-25T23:00:00.000Z",
    ],
    [
      "at one where midnight is jumped over",
      "Asia/Beirut",
      "2026-03-28T12:00:00Z",
      "2026-03-28T22:00:00.000Z",
    ],
    [
      "at the first of two midnights",
      "America/Havana",
      "2026-10-31T12:00:00Z",
      "2026-11-01T04:00:00.000Z",
    ],
  ])("%s", (_, timeZone, at, expected) => {
    expect(startOfNextDay(new Date(at), timeZone).toISOString()).toBe(expected)
  })

  it("later, on the next day, and a moment before it is still the same day", () => {
    fc.assert(
      fc.property(moment, zone, (at, timeZone) => {
        const next = startOfNextDay(at, timeZone)
        expect(next.getTime()).toBeGreaterThan(at.getTime())
        expect(dayOf(next, timeZone)).toBe(dayAfter(dayOf(at, timeZone), 1))
        expect(dayOf(new Date(next.getTime() - 1), timeZone)).toBe(dayOf(at, timeZone))
      }),
      { numRuns: 1000 }
    )
  })

  it("at the same moment for all of one day, and never earlier for what came later", () => {
    fc.assert(
      fc.property(moment, fc.nat(3 * 24 * 60 * 60 * 1000), zone, (at, wait, timeZone) => {
        const later = new Date(at.getTime() + wait)
        const [one, other] = [at, later].map((each) => startOfNextDay(each, timeZone).getTime())
        expect(other).toBeGreaterThanOrEqual(one!)
        expect(one === other).toBe(dayOf(at, timeZone) === dayOf(later, timeZone))
      }),
      { numRuns: 500 }
    )
  })
})
