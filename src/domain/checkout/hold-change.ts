/** Held points and the discount they pay for, in major units; 0 points: nothing is held. */
export type Held = { points: number; discount: number }

/** What to do with a hold: keep it, hold as much or more, hold less, or free it. */
export type HoldChange = "keep" | "hold" | "lower" | "free"

/**
 * How to turn one hold into another. Missing points must be held before the discount is given, and
 * surplus points freed after it is taken back.
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
