import { decimal, roundTo, toNumber } from "../shared/decimal"

const RATE_DIGITS = 4

/** Points as a share of those issued, with four decimals; null when none were issued. */
export function rateOf(points: number, issued: number): number | null {
  return issued === 0 ? null : toNumber(roundTo(decimal(points).div(issued), RATE_DIGITS))
}
