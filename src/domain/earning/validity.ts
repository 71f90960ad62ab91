import type { ProgramRules } from "../program/rules"
import { type DayOfYear, readDayOfYear } from "../fields/day-of-year"
import { addDays, type CalendarDay, dayAt, endOfDay, startOfNextDay } from "../shared/time-zone"

/** From when points can be spent, and when they expire; null = never. */
export type LotDates = { available_at: Date; expires_at: Date | null }

/** instant: at the time of day they became spendable. end_of_day: at the end of that day. */
export const EXPIRY_MOMENTS = ["instant", "end_of_day"] as const
export type ExpiryMoment = (typeof EXPIRY_MOMENTS)[number]

/** How days are counted: in which IANA time zone, and until which moment of the last day. */
export type DayCount = Readonly<{ timeZone: string; expiryMoment: ExpiryMoment }>

/** The rules that say how long points live. */
export type ValidityRules = Pick<
  ProgramRules,
  "pending_days" | "validity_days" | "fixed_expiry" | "fixed_expiry_minimum_days"
>

/**
 * The dates of points earned at a moment. They become spendable `pending_days` later and stay so for
 * `validity_days`: being pending does not shorten their life. Days are calendar days of a time zone:
 * the time of day stays the same across clock changes. With `end_of_day` points live until the next
 * midnight there, so that all points of one day expire together.
 *
 * With `fixed_expiry` they expire at the end of the first such day that is at least
 * `fixed_expiry_minimum_days` after they became spendable, whatever `validity_days` says.
 */
export function lotDates(
  rules: ValidityRules,
  earned_at: Date,
  { timeZone, expiryMoment }: DayCount
): LotDates {
  const available_at = addDays(earned_at, rules.pending_days, timeZone)
  const fixed = rules.fixed_expiry === null ? null : readDayOfYear(rules.fixed_expiry)
  if (fixed) {
    const earliest = addDays(available_at, rules.fixed_expiry_minimum_days, timeZone)
    return { available_at, expires_at: endOfDay(firstFrom(earliest, fixed, timeZone), timeZone) }
  }
  if (rules.validity_days === null) {
    return { available_at, expires_at: null }
  }
  const instant = addDays(available_at, rules.validity_days, timeZone)
  const isInstant = expiryMoment === "instant"
  return { available_at, expires_at: isInstant ? instant : startOfNextDay(instant, timeZone) }
}

/** The first occurrence of a day of the year on or after the day of a moment. */
function firstFrom(at: Date, fixed: DayOfYear, timeZone: string): CalendarDay {
  const from = dayAt(at, timeZone)
  const thisYear = inYear(fixed, from.year)
  const isOver = thisYear.month * 100 + thisYear.day < from.month * 100 + from.day
  return isOver ? inYear(fixed, from.year + 1) : thisYear
}

/** Outside leap years, 29 February means the 28th. */
function inYear({ month, day }: DayOfYear, year: number): CalendarDay {
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { year, month, day: Math.min(day, daysOfMonth) }
}
