import type { ProgramRules } from "../program/rules"

const DAY_IN_MS = 24 * 60 * 60 * 1000

/** When points can be spent, and from which moment no longer; null = they never expire. */
export type LotDates = { available_at: Date; expires_at: Date | null }

/**
 * The dates of points earned at a moment. They become spendable `pending_days` later and stay so for
 * `validity_days`: waiting does not shorten their life. A day is 24 hours, so the dates do not depend
 * on a time zone.
 */
export function lotDates(
  rules: Pick<ProgramRules, "pending_days" | "validity_days">,
  earned_at: Date
): LotDates {
  const available_at = addDays(earned_at, rules.pending_days)
  if (rules.validity_days === null) {
    return { available_at, expires_at: null }
  }
  return { available_at, expires_at: addDays(available_at, rules.validity_days) }
}

function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY_IN_MS)
}
