import { BigNumber } from "bignumber.js"

/**
 * A private clone, so that a store's own configuration of bignumber.js has no effect here.
 * RANGE keeps an exponent like 1e999999999 from expanding to a gigabyte of digits.
 */
const ExactNumber = BigNumber.clone({
  DECIMAL_PLACES: 40,
  EXPONENTIAL_AT: 1e9,
  RANGE: 1000,
  ROUNDING_MODE: BigNumber.ROUND_HALF_UP,
  FORMAT: { decimalSeparator: ".", groupSeparator: ",", groupSize: 3 },
})

/** An exact decimal number: money in major units, a rate, or a share. Immutable. */
export type Decimal = BigNumber

export type DecimalInput = string | number | Decimal

const DECIMAL_NOTATION = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Medusa computes totals with 20 decimals; anything beyond the 12th is residue of a division. */
const MEANINGFUL_DIGITS = 12

/**
 * Parses a decimal. A JS number is taken as printed, so `decimal(0.1)` is exactly 0.1.
 *
 * @throws RangeError for NaN, Infinity and anything that is not a number in decimal notation
 */
export function decimal(value: DecimalInput): Decimal {
  const text = typeof value === "number" ? String(value) : value
  if (typeof text === "string" && !DECIMAL_NOTATION.test(text)) {
    throw new RangeError(`Not a decimal number: ${text}`)
  }
  const result = new ExactNumber(text)
  if (!result.isFinite()) {
    throw new RangeError(`Not a finite decimal number: ${String(value)}`)
  }
  return result
}

export const ZERO: Decimal = decimal(0)

/** The smallest of one or more decimals. */
export function minDecimal(first: Decimal, ...rest: Decimal[]): Decimal {
  return rest.reduce((lowest, value) => (value.lt(lowest) ? value : lowest), first)
}

/** The largest of one or more decimals. */
export function maxDecimal(first: Decimal, ...rest: Decimal[]): Decimal {
  return rest.reduce((highest, value) => (value.gt(highest) ? value : highest), first)
}

/** The exact sum; 0 for an empty list. */
export function sumDecimals(list: readonly Decimal[]): Decimal {
  return list.reduce((sum, value) => sum.plus(value), ZERO)
}

/** Rounds down (towards minus infinity) to `digits` decimals. */
export function floorTo(value: Decimal, digits: number): Decimal {
  return value.decimalPlaces(digits, BigNumber.ROUND_FLOOR)
}

/** Rounds up (towards plus infinity) to `digits` decimals. */
export function ceilTo(value: Decimal, digits: number): Decimal {
  return value.decimalPlaces(digits, BigNumber.ROUND_CEIL)
}

/** Rounds to the nearest with `digits` decimals; halves go away from zero. */
export function roundTo(value: Decimal, digits: number): Decimal {
  return value.decimalPlaces(digits, BigNumber.ROUND_HALF_UP)
}

/**
 * Removes division residue from an amount computed by Medusa: 7.7 % tax taken out of 400.00 and added
 * back gives 399.99999999999999999999, which must still meet a minimum of 400.00.
 * For incoming totals only: what points are worth is exact, and rounding it could give money away.
 */
export function withoutResidue(value: Decimal): Decimal {
  return roundTo(value, MEANINGFUL_DIGITS)
}

/** The nearest JS number, for an answer over HTTP; never -0. Not for further computation. */
export function toNumber(value: Decimal): number {
  return value.isZero() ? 0 : value.toNumber()
}
