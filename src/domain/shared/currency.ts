import { type Decimal, decimal, roundTo } from "./decimal"

/** `code` in lower case as Medusa keeps it; `decimal_digits` of its smallest coin (0, 2, 3, …). */
export type Currency = { code: string; decimal_digits: number }

/** Money in words: "1,500.00 PLN", "1,500 JPY". Rounded half up to the smallest coin. */
export function formatMoney(amount: Decimal, currency: Currency): string {
  const rounded = roundTo(amount, currency.decimal_digits)
  const unsigned = rounded.isZero() ? rounded.abs() : rounded
  return `${unsigned.toFormat(currency.decimal_digits)} ${currency.code.toUpperCase()}`
}

/** A number of points with thousands separators: "15,000". */
export function formatPoints(points: number): string {
  return decimal(points).toFormat(0)
}

/** A number of points with its noun: "15,000 points", "1 point". */
export function pointsInWords(points: number): string {
  return `${formatPoints(points)} ${points === 1 ? "point" : "points"}`
}

/** The value of the smallest coin: 0.01 for two digits, 1 for none. */
export function smallestCoin(currency: Currency): Decimal {
  return decimal(1).shiftedBy(-currency.decimal_digits)
}
