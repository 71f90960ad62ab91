import { BigNumber } from "bignumber.js"

import type { Currency } from "../shared/currency"
import { type Decimal, decimal, floorTo } from "../shared/decimal"
import type { ProgramRules, Rounding } from "./rules"

const ROUNDING_MODES: Record<Rounding, BigNumber.RoundingMode> = {
  floor: BigNumber.ROUND_FLOOR,
  round: BigNumber.ROUND_HALF_UP,
  ceil: BigNumber.ROUND_CEIL,
}

/** What points are worth in major units: exact, not rounded to coins. */
export function worthOf(points: number, rules: Pick<ProgramRules, "point_value">): Decimal {
  return decimal(points).times(rules.point_value)
}

/** The money that points can pay: their value in whole coins, rounded down. */
export function discountFor(
  points: number,
  rules: Pick<ProgramRules, "point_value">,
  currency: Currency
): Decimal {
  return floorTo(worthOf(points, rules), currency.decimal_digits)
}

/**
 * The fewest points that cover a discount, so that none are lost to rounding. 0 for a discount of 0 or
 * less.
 *
 * @throws RangeError when `point_value` is not above 0 or the points exceed a safe integer
 */
export function fewestPointsWorth(
  discount: Decimal,
  rules: Pick<ProgramRules, "point_value">
): number {
  const value = decimal(rules.point_value)
  if (value.lte(0)) {
    throw new RangeError(`point_value must be above 0, got ${rules.point_value}`)
  }
  if (discount.lte(0)) {
    return 0
  }
  // The integer part of a quotient is exact; a rounded quotient could be one point off.
  const whole = discount.idiv(value)
  return toPoints(whole.times(value).lt(discount) ? whole.plus(1) : whole)
}

/**
 * Rounds points to whole points, per `rounding`.
 *
 * @throws RangeError when they exceed a safe integer
 */
export function toWholePoints(points: Decimal, rounding: Rounding): number {
  return toPoints(points.integerValue(ROUNDING_MODES[rounding]))
}

function toPoints(whole: Decimal): number {
  if (whole.gt(Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`More points than can be counted: ${whole.toFixed()}`)
  }
  return whole.toNumber()
}
