/** The discounts on a line of a cart or an order. */
interface Line {
  adjustments?: { amount: number; promotion_id?: string | null; code?: string | null }[]
}

/** The points discount on a cart or an order. */
export interface PointsDiscount {
  /** All points used; 0 when there are none. */
  points: number
  /** Money in major units. */
  amount: number
}

/**
 * The points discount on the lines. Its adjustments belong to no promotion, and their code, the same on
 * every line, says how many points are used: "15 000 points".
 */
export function pointsOf(lines: Line[]): PointsDiscount {
  const parts = lines
    .flatMap(({ adjustments }) => adjustments ?? [])
    .filter(({ promotion_id, code }) => !promotion_id && /^\d/.test(code ?? ""))
  return {
    points: Number((parts[0]?.code ?? "0").replace(/\D/g, "")),
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
  }
}
