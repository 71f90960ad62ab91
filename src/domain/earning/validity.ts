import type { ProgramRules } from "../program/rules"
import { addDays, startOfNextDay } from "../shared/time-zone"

/** When points can be spent, and from which moment no longer; null = they never expire. */
export type LotDates = { available_at: Date; expires_at: Date | null }

/** instant: to the time of day at which they became spendable. end_of_day: to the end of that day. */
export const EXPIRY_MOMENTS = ["instant", "end_of_day"] as const
export type ExpiryMoment = (typeof EXPIRY_MOMENTS)[number]

/** How the days of points are counted: in which IANA time zone, and to which moment of the last. */
export type DayCount = Readonly<{ timeZone: string; expiryMoment: ExpiryMoment }>

/**
 * The dates of points earned at a moment. They become spendable `pending_days` later and stay so for
 * `validity_days`: waiting does not shorten their life. Days are those of the calendar of a time
 * zone: where clocks change, the time of day stays. With `end_of_day` they live until the next
 * midnight there, so that all points of one day expire together.
 */
export function lotDates(
  rules: Pick<ProgramRules, "pending_days" | "validity_days">,
  earned_at: Date,
  { timeZone, expiryMoment }: DayCount
): LotDates {
  const available_at = addDays(earned_at, rules.pending_days, timeZone)
  if (rules.validity_days === null) {
    return { available_at, expires_at: null }
  }
  const instant = addDays(available_at, rules.validity_days, timeZone)
  const isInstant = expiryMoment === "instant"
  return { available_at, expires_at: isInstant ? instant : startOfNextDay(instant, timeZone) }
}
