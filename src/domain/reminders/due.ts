import { DAY_IN_MS } from "../shared/day"

/** Points credited together, as far as a reminder of their expiry is concerned. */
export type RemindableLot = {
  expires_at: Date
  /** The fewest days before expiry that its owner was reminded at; null: never. */
  reminded_days: number | null
}

/**
 * The number of days that a lot's owner is to be reminded at now, null when there is nothing to say.
 * Of several numbers of days within reach the closest counts, and whoever was reminded at it, or
 * closer to the expiry, is not reminded again: once for each lot and number of days, and never of a
 * date farther off than one already told.
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

/** The moment up to which points expire that somebody may be reminded of now. */
export function reminderHorizon(days: readonly number[], now: Date): Date {
  return new Date(now.getTime() + Math.max(0, ...days) * DAY_IN_MS)
}

/** Days until a moment, the begun one included. */
export function daysUntil(moment: Date, now: Date): number {
  return Math.ceil((moment.getTime() - now.getTime()) / DAY_IN_MS)
}
