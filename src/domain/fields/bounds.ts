import type { Decimal } from "../shared/decimal"

/** The default limit on decimals: products of two such numbers stay exact. */
const MOST_DECIMALS = 8

/** What a number may be: from `min` or more than `above`, up to `max`, with at most `decimals` (8). */
export type Bounds = { min?: number; above?: number; max: number; decimals?: number }

export function isWithinBounds(value: Decimal, { min, above, max }: Bounds): boolean {
  const isHighEnough =
    (min === undefined || value.gte(min)) && (above === undefined || value.gt(above))
  return isHighEnough && value.lte(max)
}

/** How many decimals bounds allow. */
export function decimalsAllowed({ decimals = MOST_DECIMALS }: Bounds): number {
  return decimals
}

/** Bounds in words: "from 0 to 100", "above 0 and up to 100000". */
export function boundsInWords({ min = 0, above, max }: Bounds): string {
  return above === undefined ? `from ${min} to ${max}` : `above ${above} and up to ${max}`
}
