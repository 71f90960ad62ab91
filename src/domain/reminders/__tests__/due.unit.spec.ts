import fc from "fast-check"

import { DAY_IN_MS } from "../../shared/day"
import { daysUntil, dueReminder, reminderHorizon } from "../due"

const NOW = new Date("2026-03-01T12:00:00Z")
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_IN_MS)

const due = (left: number, days: number[], reminded_days: number | null = null) =>
  dueReminder({ expires_at: inDays(left), reminded_days }, days, NOW)

describe("the reminder that is due for a lot", () => {
  it.each([
    ["too far off", 30.01, [30, 7], null, null],
    ["just within reach", 30, [30, 7], null, 30],
    ["within reach of the first", 7.01, [30, 7], null, 30],
    ["within reach of both: the closest", 7, [30, 7], null, 7],
    ["the same, named in another order", 7, [7, 30], null, 7],
    ["reminded at 30 already", 20, [30, 7], 30, null],
    ["reminded at 30, now closer", 6, [30, 7], 30, 7],
    ["reminded at both", 1, [30, 7], 7, null],
    ["reminded at 7 before 14 was set", 6.5, [14, 3], 7, null],
    ["expires this instant", 0, [30, 7], null, null],
    ["expired", -1, [30, 7], null, null],
    ["no reminders wanted", 1, [], null, null],
  ])("%s", (_, left, days, reminded, expected) => {
    expect(due(left, days, reminded)).toBe(expected)
  })

  it("comes at most once per number of days, closer each time, whenever the job runs", () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 })
    const runs = fc.array(fc.double({ min: 0, max: 70, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(days, runs, (days, runs) => {
        const expires_at = inDays(60)
        let reminded_days: number | null = null
        const told: number[] = []
        for (const at of [...runs].sort((one, other) => one - other)) {
          const now = inDays(at)
          const number = dueReminder({ expires_at, reminded_days }, days, now)
          if (number !== null) {
            expect(days).toContain(number)
            expect(expires_at.getTime() - now.getTime()).toBeLessThanOrEqual(number * DAY_IN_MS)
            told.push(number)
            reminded_days = number
          }
          // Anyone due a reminder has had it by now.
          const left = (expires_at.getTime() - now.getTime()) / DAY_IN_MS
          const within = days.filter((one) => left > 0 && left <= one)
          if (within.length > 0) {
            expect(reminded_days).toBe(Math.min(...within))
          }
        }
        expect(told).toEqual([...new Set(told)].sort((one, other) => other - one))
      })
    )
  })

  it("is never beyond the horizon", () => {
    expect(reminderHorizon([7, 30, 14], NOW)).toEqual(inDays(30))
    expect(reminderHorizon([], NOW)).toEqual(NOW)
  })

  it("counts the current day", () => {
    expect([0.1, 1, 1.1, 29.5].map((days) => daysUntil(inDays(days), NOW))).toEqual([1, 1, 2, 30])
  })
})
