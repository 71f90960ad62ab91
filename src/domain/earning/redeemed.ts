import {
  ceilTo,
  type Decimal,
  decimal,
  floorTo,
  maxDecimal,
  minDecimal,
  sumDecimals,
  withoutResidue,
  ZERO,
} from "../shared/decimal"

const ONE = decimal(1)

/**
 * Points that an order was placed with, and the discount that they gave, in major units. `still`:
 * those that were not given back yet, left out before the ledger holds any for the order.
 */
export type RedeemedPoints = { points: number; discount: Decimal; still?: number }

/** What of a line matters for its discount; `total` and `points_discount` as in `SettlementLine`. */
export type DiscountedLine = {
  id: string
  total: Decimal
  quantity: Decimal
  returned: Decimal
  points_discount: Decimal
}

/**
 * The points that an order's discount still stands for: in proportion to what is left of the
 * discount, the fewest whole points that are worth it. All of them while the discount is whole,
 * none when nothing is left of it, whatever the rounding on the way. Points that were given back
 * stay with the shopper: what an edit of the order adds to the discount takes none.
 */
export function pointsStillRedeemed(
  redeemed: RedeemedPoints | null,
  lines: readonly DiscountedLine[]
): number {
  if (redeemed === null || redeemed.discount.lte(0)) {
    return 0
  }
  return Math.min(pointsFor(redeemed, lines), redeemed.still ?? redeemed.points)
}

/** A line whose discount has to be lowered, and to what, for all of its units. */
export type LoweredDiscount = { id: string; points_discount: Decimal }

/**
 * The lines whose discount no longer fits: it exceeds what the line costs, or, because units were
 * added after others came back, the discounts together exceed the points that are still redeemed.
 *
 * @param digits decimals of the currency's smallest coin
 */
export function discountsToLower(
  redeemed: RedeemedPoints | null,
  lines: readonly DiscountedLine[],
  digits: number
): LoweredDiscount[] {
  const factor = redeemed === null ? ONE : affordableShare(redeemed, lines)
  return lines.flatMap((line) => {
    const bearable = line.points_discount.minus(excessOf(line))
    const fitting = factor.lt(ONE) ? floorTo(bearable.times(factor), digits) : bearable
    return fitting.lt(line.points_discount) ? [{ id: line.id, points_discount: fitting }] : []
  })
}

/** The share of the discount that the points still redeemed pay for, 0 to 1. */
function affordableShare(redeemed: RedeemedPoints, lines: readonly DiscountedLine[]): Decimal {
  const needed = redeemed.discount.gt(0) ? pointsFor(redeemed, lines) : 0
  const { still = needed } = redeemed
  return still >= needed ? ONE : decimal(still).div(needed)
}

function pointsFor({ points, discount }: RedeemedPoints, lines: readonly DiscountedLine[]): number {
  const left = withoutResidue(sumDecimals(lines.map(discountLeft)))
  return Math.min(ceilTo(withoutResidue(left.times(points).div(discount)), 0).toNumber(), points)
}

/**
 * What an edit of the order took off the discount that it was placed with, by lines removed, lines
 * that became too cheap, or promotions computed anew. Returns take nothing off: their part of the
 * discount goes back with them.
 */
export function discountDropped(
  redeemed: RedeemedPoints | null,
  lines: readonly DiscountedLine[]
): Decimal {
  if (redeemed === null) {
    return ZERO
  }
  const onOrder = sumDecimals(lines.map((line) => line.points_discount.minus(excessOf(line))))
  return maxDecimal(ZERO, withoutResidue(redeemed.discount.minus(onOrder)))
}

/** By how much a line's discount exceeds what the line costs, for all of its units. */
export function excessOf({ total, quantity, returned, points_discount }: DiscountedLine): Decimal {
  const kept = quantity.minus(returned)
  if (total.gte(0) || kept.lte(0)) {
    return ZERO
  }
  return minDecimal(withoutResidue(total.negated().times(quantity).div(kept)), points_discount)
}

/** What points still pay of a line: the part of its discount that falls to units not returned. */
function discountLeft(line: DiscountedLine): Decimal {
  if (line.quantity.lte(0)) {
    return ZERO
  }
  const kept = maxDecimal(ZERO, line.quantity.minus(line.returned))
  return line.points_discount.minus(excessOf(line)).times(kept).div(line.quantity)
}
