import type { LoyaltyProgram, LoyaltyQuote } from "../types"
import { digitsOf } from "../../../src/domain/shared/currency-digits"
import { type Exact, exact, lowest, minus, plus, smallestCoin } from "./exact"
import { discountFor, fewestPointsWorth, pointsForAmount } from "./points"

/** The effect of a number of points on a cart, before asking the store. Money in major units. */
export type Preview = {
  discount: Exact
  /** What is left to pay. */
  total: Exact
  /** The points that the store would take: the fewest that cover the discount. */
  pointsTaken: number
  /** What the order would earn; null if only the store knows. */
  pointsToEarn: number | null
}

type PreviewInput = {
  quote: LoyaltyQuote
  program: LoyaltyProgram
  /** The cart's total from the store, with the points applied according to the quote. */
  cartTotal: number
  /** The points to use instead of those. */
  points: number
}

/** The effect of a number of points on a cart, computed as the store does. */
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

/** The fewest points that are worth a coin: fewer would be wasted. */
export function fewestUsefulPoints(program: LoyaltyProgram, currencyCode: string): number {
  return fewestPointsWorth(smallestCoin(digitsOf(currencyCode)), program.point_value)
}

/** Whether the rules or the cart, rather than the balance, limit what points pay. */
export function isLimitedByRules(quote: LoyaltyQuote, program: LoyaltyProgram): boolean {
  const digits = digitsOf(quote.currency_code)
  const worth = discountFor(quote.available, program.point_value, digits)
  return quote.eligible && minus(worth, exact(quote.max_discount)).units > 0n
}

/**
 * Only the store knows which lines earn, and on what. If computing on the whole order matches its answer
 * for the points applied now, it is right for other numbers of points too.
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
