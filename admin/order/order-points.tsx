import type { HttpLoyaltyOrder } from "../../src/types/http"
import { useText } from "../shared/locale"
import { Section } from "../shared/section"
import { Unloaded } from "../shared/states"
import { OrderTransactions } from "./order-transactions"
import { useLoyaltyOrder } from "./orders"
import { PlannedPoints } from "./planned-points"
import { hasPoints, pointsStillToEarn } from "./still-to-earn"
import { UsedPoints } from "./used-points"

type OrderPointsProps = { order: { id: string; customer?: { has_account: boolean } | null } }

/** The points an order used, earned and will earn. Nothing for guests, who have none. */
export function OrderPoints({ order }: OrderPointsProps) {
  const isGuest = order.customer?.has_account === false
  return isGuest ? null : <CustomersOrder orderId={order.id} />
}

function CustomersOrder({ orderId }: { orderId: string }) {
  const t = useText()
  const query = useLoyaltyOrder(orderId)
  if (query.data && !hasPoints(query.data)) {
    return null
  }
  return (
    <Section title={t("order.heading")}>
      {query.data ? <Points order={query.data} /> : <Unloaded query={query} lines={2} />}
    </Section>
  )
}

function Points({ order }: { order: HttpLoyaltyOrder }) {
  return (
    <>
      {order.redemption && <UsedPoints order={order} redemption={order.redemption} />}
      {order.transactions.length > 0 && <OrderTransactions order={order} />}
      {pointsStillToEarn(order) > 0 && <PlannedPoints order={order} />}
    </>
  )
}
