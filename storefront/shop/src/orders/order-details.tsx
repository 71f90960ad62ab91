import type { HttpTypes } from "@medusajs/types"
import { pointsOf } from "../cart/points-of"
import { Totals } from "../cart/totals"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { LineList } from "./line-list"
import { ORDERS } from "./messages"

/** What was ordered, how much points paid, and where it goes. */
export function OrderDetails({ order }: { order: HttpTypes.StoreOrder }) {
  const text = useTexts(ORDERS)
  const { shipping_address: address, currency_code } = order
  return (
    <div className="order-details">
      <LineList lines={order.items ?? []} currency={currency_code} />
      <Totals sums={order} hasDelivery totalLabel={text(totalKey(order))} />
      <PointsUsed order={order} />
      {address && (
        <div>
          <h2>{text("address")}</h2>
          <address>
            {address.first_name} {address.last_name}
            <br />
            {address.address_1}
            <br />
            {address.postal_code} {address.city}
          </address>
        </div>
      )}
    </div>
  )
}

function PointsUsed({ order }: { order: HttpTypes.StoreOrder }) {
  const text = useTexts(ORDERS)
  const { money } = useFormat()
  const { points, amount } = pointsOf(order.items ?? [])
  return points > 0 ? (
    <p className="points-note">
      {text("pointsUsed", { count: points, amount: money(amount, order.currency_code) })}
    </p>
  ) : null
}

/** The label of the total: paid, to pay or, for an order that will not be paid, just the total. */
function totalKey({ status, payment_collections }: HttpTypes.StoreOrder) {
  if (status === "canceled") {
    return "total"
  }
  return payment_collections?.every((payment) => payment.status === "completed") ? "paid" : "toPay"
}
