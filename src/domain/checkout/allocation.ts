import {
  type Decimal,
  floorTo,
  minDecimal,
  sumDecimals,
  withoutResidue,
  ZERO,
} from "../shared/decimal"

/**
 * A line that points may pay for. `payable` is the gross amount left to pay after promotions, in major
 * units; it may have fractions of a coin. A negative amount counts as 0.
 */
export type DiscountLine = { id: string; payable: Decimal }

/** The money that points pay of one line, in major units. */
export type Allocation = { id: string; amount: Decimal }

/** A discount that the lines can take. `covers_all`: nothing is left to pay on them. */
export type CoverableDiscount = { discount: Decimal; covers_all: boolean }

type Share = { id: string; coins: Decimal; most: Decimal; remainder: Decimal }

/** The total payable of the lines, including fractions of a coin. */
export function payableOf(lines: readonly DiscountLine[]): Decimal {
  return withoutResidue(sumDecimals(lines.map(linePayable)))
}

/**
 * How much of what a shopper can afford the lines can take.
 *
 * Allocations are whole coins, so lines with fractions of a coin cannot be paid off that way: 0.0038
 * would be left to pay. A shopper who can afford all whole coins of the lines' sum therefore gets the
 * lines paid off entirely (`covers_all`); the discount is stated, and paid with points, as those coins.
 *
 * @param affordable major units; fractions of a coin are ignored
 * @param digits decimals of the currency's smallest coin
 */
export function coverableDiscount(
  affordable: Decimal,
  lines: readonly DiscountLine[],
  digits: number
): CoverableDiscount {
  const everything = floorTo(payableOf(lines), digits)
  if (everything.isZero() || affordable.lte(0)) {
    return { discount: ZERO, covers_all: false }
  }
  if (affordable.gte(everything)) {
    return { discount: everything, covers_all: true }
  }
  const whole = sumDecimals(lines.map((line) => floorTo(linePayable(line), digits)))
  return { discount: minDecimal(floorTo(affordable, digits), whole), covers_all: false }
}

/**
 * Allocates a discount from `coverableDiscount` to the same lines: the whole payable, not rounded, when
 * it covers all; otherwise whole coins that sum to the discount. Lines that get nothing are left out.
 */
export function allocationsOf(
  coverable: CoverableDiscount,
  lines: readonly DiscountLine[],
  digits: number
): Allocation[] {
  if (!coverable.covers_all) {
    return allocateDiscount(coverable.discount, lines, digits)
  }
  return lines
    .filter((line) => linePayable(line).gt(0))
    .map((line) => ({ id: line.id, amount: line.payable }))
}

/**
 * Allocates a discount to lines in proportion to what is payable on each, in whole coins. Left-over
 * coins go to the largest remainders, earlier lines first; no line gets more than its whole coins; the
 * allocations sum to the discount exactly. Lines that get nothing are left out.
 *
 * @param digits decimals of the currency's smallest coin
 * @throws RangeError when the discount is negative, not in whole coins, or more than the lines can take
 */
export function allocateDiscount(
  discount: Decimal,
  lines: readonly DiscountLine[],
  digits: number
): Allocation[] {
  const coins = discount.shiftedBy(digits)
  if (coins.lt(0) || !coins.isInteger()) {
    throw new RangeError(`A discount is a whole number of coins, 0 or more: ${discount.toFixed()}`)
  }
  if (coins.isZero()) {
    return []
  }
  return giveLeftOver(coins, proportionalShares(coins, lines, digits))
    .filter((share) => share.coins.gt(0))
    .map((share) => ({ id: share.id, amount: share.coins.shiftedBy(-digits) }))
}

/**
 * Each line's share rounded down. `remainder` is what rounding cut off, times the payable sum: kept
 * undivided it is exact. A share never exceeds `most`, because the discount never exceeds that sum.
 */
function proportionalShares(
  coins: Decimal,
  lines: readonly DiscountLine[],
  digits: number
): Share[] {
  const payables = lines.map((line) => linePayable(line).shiftedBy(digits))
  const total = sumDecimals(payables)
  const mosts = payables.map((payable) => floorTo(payable, 0))
  if (coins.gt(sumDecimals(mosts))) {
    throw new RangeError(`A discount of ${coins.shiftedBy(-digits).toFixed()} exceeds the lines`)
  }
  return lines.map((line, index) => {
    const weighted = coins.times(payables[index] ?? ZERO)
    const share = weighted.idiv(total)
    return {
      id: line.id,
      coins: share,
      most: mosts[index] ?? ZERO,
      remainder: weighted.minus(share.times(total)),
    }
  })
}

/** Hands out the coins left over by rounding one by one; a full line passes its coin to the next. */
function giveLeftOver(coins: Decimal, shares: Share[]): Share[] {
  let left = coins.minus(sumDecimals(shares.map((share) => share.coins))).toNumber()
  const byRemainder = [...shares].sort((a, b) => b.remainder.comparedTo(a.remainder) ?? 0)
  while (left > 0) {
    for (const share of byRemainder) {
      if (left > 0 && share.coins.lt(share.most)) {
        share.coins = share.coins.plus(1)
        left -= 1
      }
    }
  }
  return shares
}

function linePayable(line: DiscountLine): Decimal {
  const payable = withoutResidue(line.payable)
  return payable.gt(0) ? payable : ZERO
}
