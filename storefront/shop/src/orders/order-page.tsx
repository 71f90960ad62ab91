import type { HttpTypes } from "@medusajs/types"
import type { ComponentType } from "react"
import { useParams } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { NotFoundPage } from "../layout/not-found-page"
import { Page } from "../layout/page"
import { Loading, Trouble } from "../ui/states"
import { ORDERS } from "./messages"
import { OrderDetails } from "./order-details"
import { OrderStatus } from "./status"
import { useOrder } from "./use-order"

/** `/orders/:id` */
export function OrderPage() {
  return <LoadedOrder View={OrderView} />
}

interface LoadedOrderProps {
  View: ComponentType<{ order: HttpTypes.StoreOrder }>
}

/** Shows the order named in the address. */
export function LoadedOrder({ View }: LoadedOrderProps) {
  const { id = "" } = useParams()
  const { data: order, error, mutate } = useOrder(id)
  if (order === undefined) {
    return error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />
  }
  return order ? <View order={order} /> : <NotFoundPage />
}

function OrderView({ order }: { order: HttpTypes.StoreOrder }) {
  const text = useTexts(ORDERS)
  const { date } = useFormat()
  return (
    <Page title={text("number", { number: `#${order.display_id}` })} className="medium">
      <p className="lead">
        {text("placed", { date: date(order.created_at) })} <OrderStatus status={order.status} />
      </p>
      <OrderDetails order={order} />
    </Page>
  )
}
