import { discountFor } from "../../src/domain/program/points"
import { digitsOf } from "../../src/domain/shared/currency-digits"
import { toNumber } from "../../src/domain/shared/decimal"

/** Money in major units, already in whole coins of its currency. */
export type Money = { currency_code: string; value: number }

type Valued = { currency_code: string; point_value: number; is_enabled: boolean }

/**
 * What points are worth under each enabled program: exact, rounded down to whole coins as at checkout.
 * Empty for a debt.
 */
export function worthOfPoints(points: number, programs: readonly Valued[]): Money[] {
  if (points < 0) {
    return []
  }
  return programs.flatMap(({ currency_code, point_value, is_enabled }) =>
    is_enabled ? [{ currency_code, value: valueOf(points, point_value, currency_code) }] : []
  )
}

function valueOf(points: number, pointValue: number, currencyCode: string): number {
  const currency = { code: currencyCode, decimal_digits: digitsOf(currencyCode) }
  return toNumber(discountFor(points, { point_value: String(pointValue) }, currency))
}
