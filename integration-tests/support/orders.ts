import type { HttpTypes } from "@medusajs/framework/types"
import type { LoyaltyOrder } from "../../src/api/admin/loyalty/orders/loyalty-order"
import { eventually } from "./eventually"
import type { HttpClient } from "./http"
import { queryStore } from "./store-database"

/** The order as the merchant opens it, with the discounts of its lines. */
export async function orderInAdmin(
  merchant: HttpClient,
  { id }: { id: string }
): Promise<HttpTypes.AdminOrder> {
  const { order } = await merchant.mustGet<HttpTypes.AdminOrderResponse>(`/admin/orders/${id}`, {
    fields: "id,status,total,*items,*items.adjustments,*payment_collections.payments",
  })
  return order
}

export async function completeOrder(merchant: HttpClient, { id }: { id: string }): Promise<void> {
  await merchant.mustPost(`/admin/orders/${id}/complete`)
}

/** Completes or cancels the order while nobody hears of it: the event is lost. */
export async function changeUnheard(
  { id }: { id: string },
  status: "completed" | "canceled",
  database?: string
): Promise<void> {
  const canceledAt = status === "canceled" ? new Date() : null
  await queryStore(
    `UPDATE "order" SET status = $2, canceled_at = $3 WHERE id = $1`,
    [id, status, canceledAt],
    database
  )
}

export async function cancelOrder(merchant: HttpClient, { id }: { id: string }): Promise<void> {
  await merchant.mustPost(`/admin/orders/${id}/cancel`)
}

/** Captures the order's payment, or a part of it. */
export async function capturePayment(
  merchant: HttpClient,
  order: { id: string },
  amount?: number
): Promise<void> {
  const { payment_collections } = await orderInAdmin(merchant, order)
  const payment = payment_collections?.flatMap(({ payments }) => payments ?? [])[0]
  await merchant.mustPost(`/admin/payments/${payment?.id}/capture`, amount ? { amount } : {})
}

/** What the ledger holds for the order. */
export async function loyaltyOf(
  merchant: HttpClient,
  { id }: { id: string }
): Promise<LoyaltyOrder> {
  const { loyalty_order } = await merchant.mustGet<{ loyalty_order: LoyaltyOrder }>(
    `/admin/loyalty/orders/${id}`
  )
  return loyalty_order
}

/** Settles the order by hand. */
export async function settle(merchant: HttpClient, { id }: { id: string }): Promise<LoyaltyOrder> {
  const { loyalty_order } = await merchant.mustPost<{ loyalty_order: LoyaltyOrder }>(
    `/admin/loyalty/orders/${id}/settle`
  )
  return loyalty_order
}

/** Waits until the order's events have brought the ledger to this. */
export function expectLoyalty(
  merchant: HttpClient,
  order: { id: string },
  expected: { points_earned?: number; points_redeemed?: number; discount?: number }
): Promise<LoyaltyOrder> {
  return eventually(async () => {
    const now = await loyaltyOf(merchant, order)
    expect(now).toMatchObject(expected)
    return now
  })
}

/** The kinds and points of transactions, oldest first: all that most tests look at. */
export const movesOf = ({ transactions }: LoyaltyOrder): string[] =>
  transactions.map(({ kind, points }) => `${kind} ${points}`)
