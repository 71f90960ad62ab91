import { Container, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { HttpLoyaltyOrder } from "../../src/types/http"
import { useText } from "../shared/locale"
import { Loading, LoadError } from "../shared/states"
import { OrderTransactions } from "./order-transactions"
import { useLoyaltyOrder } from "./orders"
import { PlannedPoints } from "./planned-points"
import { hasPoints, pointsStillToEarn } from "./still-to-earn"
import { UsedPoints } from "./used-points"

type OrderPointsProps = { order: { id: string; customer?: { has_account: boolean } | null } }

/** What an order did with points and will do. Nothing for guests, who have none. */
export function OrderPoints({ order }: OrderPointsProps) {
  const isGuest = order.customer?.has_account === false
  return isGuest ? null : <CustomersOrder orderId={order.id} />
}

function CustomersOrder({ orderId }: { orderId: string }) {
  const { data, error, isPending, refetch } = useLoyaltyOrder(orderId)
  if (isPending) {
    return (
      <Section>
        <Loading lines={2} />
      </Section>
    )
  }
  if (error) {
    return (
      <Section>
        <LoadError error={error} onRetry={refetch} />
      </Section>
    )
  }
  return hasPoints(data) ? <Points order={data} /> : null
}

function Points({ order }: { order: HttpLoyaltyOrder }) {
  return (
    <Section>
      {order.redemption && <UsedPoints order={order} redemption={order.redemption} />}
      {order.transactions.length > 0 && <OrderTransactions order={order} />}
      {pointsStillToEarn(order) > 0 && <PlannedPoints order={order} />}
    </Section>
  )
}

function Section({ children }: { children: ReactNode }) {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("order.heading")}</Heading>
      </div>
      {children}
    </Container>
  )
}
