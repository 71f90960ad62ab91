import { isPointsCode } from "../../src/domain/checkout/adjustment-code"
import {
  decimal,
  floorTo,
  sumDecimals,
  toNumber,
  withoutResidue,
} from "../../src/domain/shared/decimal"
import { digitsOf } from "../../src/domain/shared/currency-digits"

/** The draft order data that the dashboard passes to a widget. */
export type Draft = {
  id: string
  version?: number
  currency_code: string
  customer?: { id: string; has_account?: boolean } | null
  items?: { adjustments?: { code?: string | null; amount: number }[] | null }[] | null
}

/** The points discount on the draft as the page shows it, in major units and whole coins. */
export function shownDiscount({ items, currency_code }: Draft): number {
  const amounts = (items ?? [])
    .flatMap(({ adjustments }) => adjustments ?? [])
    .filter(({ code }) => isPointsCode(code ?? ""))
    .map(({ amount }) => decimal(amount))
  return toNumber(floorTo(withoutResidue(sumDecimals(amounts)), digitsOf(currency_code)))
}
