import type { LoyaltyProgram, LoyaltyQuote } from "../types"
import { digitsOf } from "../../../src/domain/shared/currency-digits"
import { type Exact, exact, lowest, minus, plus, smallestCoin } from "./exact"
import { discountFor, fewestPointsWorth, pointsForAmount } from "./points"

/** What a number of points would do to a cart, before the store is asked. Money in major units. */
export type Preview = {
  discount: Exact
  /** What is left to pay. */
  total: Exact
  /** The points that the store would take: fewer are not worth the discount. */
  pointsTaken: number
  /** What the order would earn; null when only the store can tell. */
  pointsToEarn: number | null
}

type PreviewInput = {
  quote: LoyaltyQuote
  program: LoyaltyProgram
  /** The cart's total as the store answered it, with the points that the quote says are applied. */
  cartTotal: number
  /** The points to use instead of those. */
  points: number
}

/** What a number of points would do to a cart, reckoned as the store does. */
export function previewOf({ quote, program, cartTotal, points }: PreviewInput): Preview {
  const pointValue = program.point_value
  const worth = discountFor(points, pointValue, digitsOf(quote.currency_code))
  const discount = lowest(worth, exact(quote.max_discount))
  const withoutPoints = plus(exact(cartTotal), exact(quote.discount))
  return {
    discount,
    total: minus(withoutPoints, discount),
    pointsTaken: fewestPointsWorth(discount, pointValue),
    pointsToEarn: pointsToEarn(quote, program, discount),
  }
}

/** The fewest points that pay a coin: fewer would be used for nothing. */
export function fewestUsefulPoints(program: LoyaltyProgram, currencyCode: string): number {
  return fewestPointsWorth(smallestCoin(digitsOf(currencyCode)), program.point_value)
}

/** Whether the rules or the cart, and not the balance, limit what points pay. */
export function isLimitedByRules(quote: LoyaltyQuote, program: LoyaltyProgram): boolean {
  const digits = digitsOf(quote.currency_code)
  const worth = discountFor(quote.available, program.point_value, digits)
  return quote.eligible && minus(worth, exact(quote.max_discount)).units > 0n
}

/**
 * Which lines earn, and on what, only the store knows. Where reckoning on the whole order agrees
 * with what it said for the points applied now, it is right for other numbers of points too.
 */
function pointsToEarn(
  quote: LoyaltyQuote,
  program: LoyaltyProgram,
  discount: Exact
): number | null {
  const earnedAfter = (paidWithPoints: Exact) =>
    pointsForAmount(program, minus(exact(quote.order_total), paidWithPoints))
  const now = exact(quote.discount)
  if (minus(discount, now).units === 0n) {
    return quote.points_to_earn
  }
  return earnedAfter(now) === quote.points_to_earn ? earnedAfter(discount) : null
}
