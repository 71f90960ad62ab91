import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../../lib/http"
import { prepareCart, startPayment } from "../../seed/orders"
import type { BenchShop, Member } from "./shop"

export type Cart = HttpTypes.StoreCart
export type CartAnswer = HttpTypes.StoreCartResponse

/** A cart with two lines and nothing else yet: the least that a refresh has to do. */
export async function newCart(
  { market, products }: BenchShop,
  client: HttpClient,
  email?: string
): Promise<Cart> {
  const { cart } = await client.mustPost<CartAnswer>("/store/carts", {
    region_id: market.regionId,
    email,
    items: oneOfEach(products),
  })
  return cart
}

/** A cart that lacks nothing but its completion, with as many points as the rules allow or none. */
export async function readyCart(
  { market, products }: BenchShop,
  { client, email }: Member,
  withPoints: boolean
): Promise<Cart> {
  const cart = await prepareCart(client, market, {
    email,
    items: oneOfEach(products),
  })
  if (withPoints) {
    await applyPoints(client, cart)
  }
  await startPayment(client, cart.id)
  return cart
}

/** Pays with as many points as the rules allow. */
export async function applyPoints(client: HttpClient, { id }: { id: string }): Promise<void> {
  await client.mustPost(`/store/carts/${id}/loyalty-points`)
}

/** Throws unless the cart or the order has the discount that was meant. */
export function requireDiscount(
  what: string,
  { discount_total }: { discount_total: unknown },
  expected: number
): void {
  if (Number(discount_total) !== expected) {
    throw new Error(`${what}: the discount is ${String(discount_total)} instead of ${expected}.`)
  }
}

const oneOfEach = (products: BenchShop["products"]) =>
  products.map(({ variantId }) => ({ variant_id: variantId, quantity: 1 }))
