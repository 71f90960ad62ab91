/** Points set aside and the discount that they pay, in major units; 0 points: nothing is held. */
export type Held = { points: number; discount: number }

/** What to do to a hold: hold what is missing (or nothing more), hold less, or free it. */
export type HoldChange = "keep" | "hold" | "lower" | "free"

/**
 * How a hold becomes another. The discount changes between the two moments: what is missing must be
 * held before it is given, and what is too much freed after it was taken back.
 */
export function holdChange(now: Held, wanted: Held): HoldChange {
  if (wanted.points === 0) {
    return now.points === 0 ? "keep" : "free"
  }
  if (wanted.points < now.points) {
    return "lower"
  }
  const isSame = wanted.points === now.points && wanted.discount === now.discount
  return isSame ? "keep" : "hold"
}
