import type { Decimal } from "../shared/decimal"

/** Beyond these, rules and requests make no sense and products of them would not stay exact. */
export const LIMITS = {
  POINTS: 1_000_000_000_000,
  MONEY: 10_000_000_000,
  RATE: 100_000,
  DECIMALS: 8,
  DAYS: 36_500,
} as const

/** Most characters of a program's name. */
export const NAME_LENGTH = 200

/** Most characters of an adjustment's reason. */
export const REASON_LENGTH = 500

/** What a number may be: from `min` or more than `above`, up to `max`. */
export type Bounds = { min?: number; above?: number; max: number }

/** The bounds of every rule that is a number, for the API's checks and the merchant's form alike. */
export const RULE_BOUNDS = {
  points_per_currency_unit: { min: 0, max: LIMITS.RATE },
  point_value: { above: 0, max: LIMITS.RATE },
  minimum_balance: { min: 0, max: LIMITS.POINTS },
  minimum_order_total: { min: 0, max: LIMITS.MONEY },
  maximum_discount: { min: 0, max: LIMITS.MONEY },
  maximum_discount_percent: { min: 0, max: 100 },
  validity_days: { min: 1, max: LIMITS.DAYS },
  pending_days: { min: 0, max: LIMITS.DAYS },
} as const satisfies Record<string, Bounds>

export function isWithinBounds(value: Decimal, { min, above, max }: Bounds): boolean {
  const isHighEnough =
    (min === undefined || value.gte(min)) && (above === undefined || value.gt(above))
  return isHighEnough && value.lte(max)
}
