import type { HttpTypes } from "@medusajs/types"
import { Link } from "react-router-dom"
import useSWRInfinite from "swr/infinite"
import { useBackend } from "../app/backend"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { OrderStatus } from "../orders/status"
import { Loading, Trouble } from "../ui/states"
import { ACCOUNT } from "./messages"

const PAGE = 10

/** The customer's orders, newest first, a page at a time. */
export function OrderList({ customerId }: { customerId: string }) {
  const text = useTexts(ACCOUNT)
  const { data, error, mutate, setSize, isValidating } = useOrders(customerId)
  if (!data) {
    return error ? <Trouble error={error} onRetry={() => void mutate()} /> : <Loading />
  }
  const orders = data.flatMap((page) => page.orders)
  const count = data[0]?.count ?? 0
  if (orders.length === 0) {
    return (
      <div className="empty">
        <p>{text("none")}</p>
        <Link to="/" className="button">
          {text("toProducts")}
        </Link>
      </div>
    )
  }
  return (
    <>
      <OrderTable orders={orders} />
      {orders.length < count && (
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={isValidating}
          onClick={() => void (isValidating || setSize((pages) => pages + 1))}
        >
          {text("more")}
        </button>
      )}
    </>
  )
}

function OrderTable({ orders }: { orders: HttpTypes.StoreOrder[] }) {
  const text = useTexts(ACCOUNT)
  return (
    <table className="order-table">
      <thead>
        <tr>
          <th scope="col">{text("number")}</th>
          <th scope="col">{text("date")}</th>
          <th scope="col">{text("status")}</th>
          <th scope="col">{text("total")}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </tbody>
    </table>
  )
}

function OrderRow({ order }: { order: HttpTypes.StoreOrder }) {
  const { money, date } = useFormat()
  return (
    <tr>
      <td>
        <Link to={`/orders/${order.id}`}>#{order.display_id}</Link>
      </td>
      <td>{date(order.created_at)}</td>
      <td>
        <OrderStatus status={order.status} />
      </td>
      <td className="price">{money(order.total, order.currency_code)}</td>
    </tr>
  )
}

function useOrders(customerId: string) {
  const { sdk } = useBackend()
  return useSWRInfinite<HttpTypes.StoreOrderListResponse, unknown>(
    (page) => ["orders", customerId, page],
    ([, , page]: [string, string, number]) =>
      sdk.store.order.list({ limit: PAGE, offset: page * PAGE, order: "-created_at" })
  )
}
