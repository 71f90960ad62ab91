import type { HttpTypes } from "@medusajs/framework/types"
import { startPayment } from "../../scripts/seed/orders"
import type { Product } from "../../scripts/seed/products"
import type { Quote } from "../../src/domain/checkout/quote"
import type { Answer, HttpClient } from "./http"
import type { TestMarket } from "./markets"
import type { TestPaymentData } from "./test-payments/provider"

export type Cart = HttpTypes.StoreCart
export type Items = { variant_id: string; quantity: number }[]
export type CartWithQuote = { cart: Cart; loyalty_quote: Quote }

/** An error as Medusa answers it. */
export type Refusal = { type: string; message: string; code?: string }

export type Completion = HttpTypes.StoreCompleteCartResponse & Refusal

/** A cart with items, addresses and delivery: all but the payment. */
export async function fillCart(
  client: HttpClient,
  market: TestMarket,
  items: Items,
  email = "guest@example.com"
): Promise<Cart> {
  const address = {
    first_name: "Ewa",
    last_name: "Nowak",
    address_1: "1 Main Street",
    city: "Capital",
    postal_code: "10-100",
    country_code: market.plan.countryCode,
  }
  const created = await client.mustPost<HttpTypes.StoreCartResponse>("/store/carts", {
    region_id: market.regionId,
    email,
    items,
    shipping_address: address,
    billing_address: address,
  })
  const { cart } = await client.mustPost<HttpTypes.StoreCartResponse>(
    `/store/carts/${created.cart.id}/shipping-methods`,
    { option_id: market.shippingOptionId }
  )
  return cart
}

/** Pays with points, as many as the rules allow unless a number is given. */
export function applyPoints(
  client: HttpClient,
  cart: { id: string },
  points?: number
): Promise<CartWithQuote> {
  return client.mustPost(`/store/carts/${cart.id}/loyalty-points`, { points })
}

/** Opens a payment with the obedient bank of the tests; without data it agrees. */
export function startTestPayment(
  client: HttpClient,
  cart: { id: string },
  data: TestPaymentData = {}
): Promise<void> {
  return startPayment(client, cart.id, { provider_id: "pp_test_test", data: { ...data } })
}

/** Completes the cart, whatever comes of it. */
export function complete(client: HttpClient, cart: { id: string }): Promise<Answer<Completion>> {
  return client.post<Completion>(`/store/carts/${cart.id}/complete`)
}

/** Completes the cart; it must become an order. */
export async function mustComplete(
  client: HttpClient,
  cart: { id: string }
): Promise<HttpTypes.StoreOrder> {
  const { status, body } = await complete(client, cart)
  if (status !== 200 || body.type !== "order") {
    throw new Error(`The cart did not become an order: ${status} ${JSON.stringify(body)}`)
  }
  return body.order
}

/** Buys products, with all points that the rules allow if `withPoints` says so. */
export async function buy(
  shopper: { client: HttpClient; email?: string },
  market: TestMarket,
  products: Product[],
  { withPoints = false } = {}
): Promise<HttpTypes.StoreOrder> {
  const items = products.map(({ variantId }) => ({ variant_id: variantId, quantity: 1 }))
  const cart = await fillCart(shopper.client, market, items, shopper.email)
  if (withPoints) {
    await applyPoints(shopper.client, cart)
  }
  await startTestPayment(shopper.client, cart)
  return mustComplete(shopper.client, cart)
}

/** The cart as it is now, with its payments. */
export async function cartNow(client: HttpClient, { id }: { id: string }): Promise<Cart> {
  const { cart } = await client.mustGet<HttpTypes.StoreCartResponse>(`/store/carts/${id}`)
  return cart
}

/** What points can do on the cart now. */
export async function quoteNow(client: HttpClient, { id }: { id: string }): Promise<Quote> {
  const { loyalty_quote } = await client.mustGet<{ loyalty_quote: Quote }>(
    `/store/carts/${id}/loyalty-points`
  )
  return loyalty_quote
}
