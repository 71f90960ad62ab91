import type { HttpTypes } from "@medusajs/types"
import { Totals } from "../cart/totals"
import { useTexts } from "../i18n/language"
import { LineList } from "../orders/line-list"
import { CHECKOUT } from "./messages"

/** What is being ordered, beside the steps. */
export function CheckoutSummary({ cart }: { cart: HttpTypes.StoreCart }) {
  const text = useTexts(CHECKOUT)
  return (
    <aside className="summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading">{text("order")}</h2>
      <LineList lines={cart.items ?? []} currency={cart.currency_code} />
      <Totals sums={cart} hasDelivery={!!cart.shipping_methods?.length} />
    </aside>
  )
}
