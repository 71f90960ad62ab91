import type { LoyaltyProgram } from "../types"
import {
  compare,
  type Exact,
  exact,
  roundTo,
  times,
  toNumber,
  wholeQuotient,
  withoutResidue,
  ZERO,
} from "./exact"

/** Points earned on an amount in major units, rounded once per the program. */
export function pointsForAmount(
  program: Pick<LoyaltyProgram, "points_per_currency_unit" | "rounding">,
  amount: Exact
): number {
  const spent = withoutResidue(amount)
  if (compare(spent, ZERO) <= 0) {
    return 0
  }
  const points = times(spent, exact(program.points_per_currency_unit))
  return toNumber(roundTo(points, 0, program.rounding))
}

/** The money that points can pay: their value in whole coins, rounded down; 0 for a debt. */
export function discountFor(points: number, pointValue: number, digits: number): Exact {
  const worth = times(exact(Math.max(points, 0)), exact(pointValue))
  return roundTo(worth, digits, "floor")
}

/** The fewest points that cover a discount: what the store takes for it. */
export function fewestPointsWorth(discount: Exact, pointValue: number): number {
  const value = exact(pointValue)
  if (compare(discount, ZERO) <= 0 || compare(value, ZERO) <= 0) {
    return 0
  }
  return Number(wholeQuotient(discount, value, "ceil"))
}
