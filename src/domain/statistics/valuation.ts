import { discountFor } from "../program/points"
import type { ProgramRules } from "../program/rules"
import type { Currency } from "../shared/currency"
import { type Decimal, ZERO } from "../shared/decimal"

/** A program that is not deleted, and what its currency's points are worth now. */
export type ValuedProgram = {
  currency: Currency
  rules: Pick<ProgramRules, "point_value">
  is_enabled: boolean
}

/**
 * The program that gives points a value: that of the currency they were earned in. Points without a
 * currency, or whose program was deleted, can still be spent: they are valued by the only enabled
 * program or, if there are several, by that of the store's default currency. null: nothing values them.
 */
export function valuedBy(
  currencyCode: string | null,
  programs: readonly ValuedProgram[],
  defaultCurrencyCode: string | null
): ValuedProgram | null {
  const own = programs.find(({ currency }) => currency.code === currencyCode)
  if (own) {
    return own
  }
  const enabled = programs.filter(({ is_enabled }) => is_enabled)
  const [only] = enabled
  return only && enabled.length === 1
    ? only
    : (enabled.find(({ currency }) => currency.code === defaultCurrencyCode) ?? null)
}

/**
 * What each part of some points is worth, in major units. The parts sum to the value of all points in
 * whole coins: each is worth what it adds to the parts before it.
 */
export function valuesOf(
  parts: readonly number[],
  { currency, rules }: Pick<ValuedProgram, "currency" | "rules">
): Decimal[] {
  let points = 0
  let told = ZERO
  return parts.map((part) => {
    points += part
    const worth = discountFor(points, rules, currency)
    const value = worth.minus(told)
    told = worth
    return value
  })
}
