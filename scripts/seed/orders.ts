import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../lib/http"
import type { Market } from "./market"

/** What to order. */
export interface OrderPlan {
  email: string
  items: { variant_id: string; quantity: number }[]
  metadata?: Record<string, unknown>
}

const ADDRESS = {
  first_name: "Anna",
  last_name: "Kowalska",
  address_1: "ul. Długa 12",
  city: "Gdańsk",
  postal_code: "80-827",
  country_code: "pl",
  phone: "+48 600 100 200",
}

/** Places an order through the store's API, step by step as a shopper does. */
export async function placeOrder(
  shopper: HttpClient,
  market: Market,
  plan: OrderPlan
): Promise<HttpTypes.StoreOrder> {
  const cart = await prepareCart(shopper, market, plan)
  await startPayment(shopper, cart.id)
  return completeCart(shopper, cart.id)
}

/** Creates a cart with items, addresses and delivery: everything but the payment. */
export async function prepareCart(
  shopper: HttpClient,
  market: Market,
  { email, items, metadata }: OrderPlan
): Promise<HttpTypes.StoreCart> {
  const created = await shopper.mustPost<HttpTypes.StoreCartResponse>("/store/carts", {
    region_id: market.regionId,
    email,
    items,
    metadata,
    shipping_address: ADDRESS,
    billing_address: ADDRESS,
  })
  const { cart } = await shopper.mustPost<HttpTypes.StoreCartResponse>(
    `/store/carts/${created.cart.id}/shipping-methods`,
    { option_id: market.shippingOptionId }
  )
  return cart
}

/** Opens a payment session for a cart. */
export async function startPayment(
  shopper: HttpClient,
  cartId: string,
  session: { provider_id: string; data?: Record<string, unknown> } = {
    provider_id: "pp_system_default",
  }
): Promise<void> {
  const { payment_collection } = await shopper.mustPost<HttpTypes.StorePaymentCollectionResponse>(
    "/store/payment-collections",
    { cart_id: cartId }
  )
  await shopper.mustPost(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    session
  )
}

/** Turns a cart into an order; throws otherwise. */
export async function completeCart(
  shopper: HttpClient,
  cartId: string
): Promise<HttpTypes.StoreOrder> {
  const answer = await shopper.mustPost<HttpTypes.StoreCompleteCartResponse>(
    `/store/carts/${cartId}/complete`
  )
  if (answer.type !== "order") {
    throw new Error(`The cart ${cartId} was not completed: ${answer.error.message}`)
  }
  return answer.order
}

/** Processes an order as a merchant would: captures the payment, ships, completes. */
export async function fulfillOrder(admin: HttpClient, orderId: string): Promise<void> {
  const { order } = await admin.mustGet<HttpTypes.AdminOrderResponse>(`/admin/orders/${orderId}`, {
    fields: "id,status,fulfillment_status,*items,*payment_collections.payments",
  })
  for (const payment of paymentsOf(order)) {
    if (!payment.captured_at) {
      await admin.mustPost(`/admin/payments/${payment.id}/capture`)
    }
  }
  if (order.fulfillment_status === "not_fulfilled") {
    await admin.mustPost(`/admin/orders/${orderId}/fulfillments`, {
      items: order.items.map(({ id, quantity }) => ({ id, quantity })),
    })
  }
  if (order.status === "pending") {
    await admin.mustPost(`/admin/orders/${orderId}/complete`)
  }
}

function paymentsOf(order: HttpTypes.AdminOrder): HttpTypes.AdminPayment[] {
  return (order.payment_collections ?? []).flatMap(({ payments }) => payments ?? [])
}
