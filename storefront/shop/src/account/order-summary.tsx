import { useLoyaltyAccount } from "../../../pieces"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { ACCOUNT } from "./messages"

/** How many orders the customer has placed, and for how much. */
export function OrderSummary() {
  const text = useTexts(ACCOUNT)
  const { money } = useFormat()
  const { orders } = useLoyaltyAccount()
  if (!orders || orders.count === 0) {
    return null
  }
  return (
    <p className="order-summary">
      <strong>{text("orderCount", { count: orders.count })}</strong>
      {orders.by_currency.map(({ currency_code, total }) => (
        <span key={currency_code}>
          {text("orderTotal", { total: money(total, currency_code) })}
        </span>
      ))}
    </p>
  )
}
