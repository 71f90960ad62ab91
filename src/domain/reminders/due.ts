import { DAY_IN_MS } from "../shared/day"

/** The facts about a lot that a reminder of its expiry needs. */
export type RemindableLot = {
  expires_at: Date
  /** The fewest days before expiry at which its owner was reminded; null: never. */
  reminded_days: number | null
}

/**
 * The number of days for which a lot's owner is due a reminder now; null if none is due. If several
 * numbers apply, the lowest counts. An owner already reminded at that number or closer to the expiry is
 * not reminded again: once per lot and number of days, and never at a higher number afterwards.
 *
 * @param days whole numbers of days before expiry, in any order
 */
export function dueReminder(
  { expires_at, reminded_days }: RemindableLot,
  days: readonly number[],
  now: Date
): number | null {
  const left = expires_at.getTime() - now.getTime()
  const within = days.filter((number) => left <= number * DAY_IN_MS)
  if (left <= 0 || within.length === 0) {
    return null
  }
  const closest = Math.min(...within)
  return reminded_days === null || closest < reminded_days ? closest : null
}

/** The latest expiry of which somebody may be reminded now. */
export function reminderHorizon(days: readonly number[], now: Date): Date {
  return new Date(now.getTime() + Math.max(0, ...days) * DAY_IN_MS)
}

/** Days until a moment, counting the current one. */
export function daysUntil(moment: Date, now: Date): number {
  return Math.ceil((moment.getTime() - now.getTime()) / DAY_IN_MS)
}
