import { type Currency, formatMoney, pointsInWords } from "../shared/currency"
import type { Decimal } from "../shared/decimal"

/** What the `provider_id` of every line adjustment begins with that a part of checkout made. */
const PART_PROVIDER = "loyalty-"
export type PartProvider = `${typeof PART_PROVIDER}${string}`

/** The `provider_id` of every line adjustment made by points. */
export const ADJUSTMENT_PROVIDER = "loyalty-points" satisfies PartProvider

const NARROW_NO_BREAK_SPACE = "\u202f"
const NO_BREAK_SPACE = "\u00a0"

const POINTS_CODE = new RegExp(
  `^(1${NO_BREAK_SPACE}point|\\d{1,3}(${NARROW_NO_BREAK_SPACE}\\d{3})*${NO_BREAK_SPACE}points)$`
)

/**
 * The adjustment's code, which Medusa's dashboard shows unchanged: "15 000 points". Its spaces
 * (U+202F between digits, U+00A0 before the noun) read well and keep it on one line. No merchant types
 * them in a promotion's code, which matters because such a promotion would be applied for free.
 *
 * @param points whole number ≥ 1: all points used on the cart, not just on the line
 */
export function pointsCode(points: number): string {
  return pointsInWords(points).replace(" ", NO_BREAK_SPACE).replaceAll(",", NARROW_NO_BREAK_SPACE)
}

/** Tells a part of checkout from whoever else makes line adjustments, by their `provider_id`. */
export function isPartProvider(providerId: string): boolean {
  return providerId.startsWith(PART_PROVIDER)
}

/** Whether a code is that of points rather than of a promotion. */
export function isPointsCode(code: string): boolean {
  return POINTS_CODE.test(code)
}

/** The adjustment's description: "15,000 points for 150.00 PLN off". */
export function pointsDescription(points: number, discount: Decimal, currency: Currency): string {
  return `${pointsInWords(points)} for ${formatMoney(discount, currency)} off`
}
