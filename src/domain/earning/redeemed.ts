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
 * The points an order was placed with and the discount they gave, in major units. `still`: those not
 * given back yet; left out before the ledger has any for the order.
 */
export type RedeemedPoints = { points: number; discount: Decimal; still?: number }

/** The part of a line that affects its discount; `total` and `points_discount` as in `SettlementLine`. */
export type DiscountedLine = {
  id: string
  total: Decimal
  quantity: Decimal
  returned: Decimal
  points_discount: Decimal
}

/**
 * The points that an order's remaining discount accounts for: in proportion to what is left of the
 * discount, the fewest whole points that cover it. All of them while the discount is whole, none when
 * nothing is left of it, whatever the rounding in between. Points that were given back stay with the
 * shopper, even if an edit of the order raises the discount again.
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

/** A line whose discount has to be lowered, and the new discount for all of its units. */
export type LoweredDiscount = { id: string; points_discount: Decimal }

/**
 * The lines whose discount is too large: it exceeds what the line costs, or, because units were added
 * after a return, the discounts together exceed the points still redeemed.
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
 * How much edits reduced the discount an order was placed with: by removed lines, lines that became too
 * cheap, or recomputed promotions. Returns do not count: their part of the discount goes back with them.
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

/** What points still pay of a line: the part of its discount for units not returned. */
function discountLeft(line: DiscountedLine): Decimal {
  if (line.quantity.lte(0)) {
    return ZERO
  }
  const kept = maxDecimal(ZERO, line.quantity.minus(line.returned))
  return line.points_discount.minus(excessOf(line)).times(kept).div(line.quantity)
}
