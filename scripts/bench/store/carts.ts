import type { HttpTypes } from "@medusajs/framework/types"
import type { HttpClient } from "../../lib/http"
import { prepareCart, startPayment } from "../../seed/orders"
import { type BenchShop, DISCOUNT, type Member, PROMO_CODE } from "./shop"

export type Cart = HttpTypes.StoreCart
export type CartAnswer = HttpTypes.StoreCartResponse

/** What makes a cart cheaper: points, a promotion's code that gives as much, or nothing. */
export type Reduction = "points" | "code" | "none"

/** The request for as many points as the rules allow, or for the code. */
export const REQUEST = {
  points: ({ id }: Pick<Cart, "id">) => ({ path: `/store/carts/${id}/loyalty-points`, body: {} }),
  code: ({ id }: Pick<Cart, "id">) => ({
    path: `/store/carts/${id}/promotions`,
    body: { promo_codes: [PROMO_CODE] },
  }),
}

export const discountBy = (reduction: Reduction): number => (reduction === "none" ? 0 : DISCOUNT)

/** A cart with two lines and nothing else: the minimum for a refresh. */
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

/** A cart that is ready to be completed. */
export async function readyCart(
  { market, products }: BenchShop,
  { client, email }: Member,
  reduction: Reduction
): Promise<Cart> {
  const cart = await prepareCart(client, market, {
    email,
    items: oneOfEach(products),
  })
  await reduce(client, cart, reduction)
  await startPayment(client, cart.id)
  return cart
}

/** Makes a cart cheaper, or leaves it unchanged. */
export async function reduce(client: HttpClient, cart: Cart, reduction: Reduction): Promise<void> {
  if (reduction !== "none") {
    const { path, body } = REQUEST[reduction](cart)
    await client.mustPost(path, body)
  }
}

/**
 * Throws unless the cart or the order has the intended discount, to the coin: Medusa divides a
 * promotion's discount among the lines and may answer 49.99999999999999.
 */
export function requireDiscount(
  what: string,
  { discount_total }: { discount_total: unknown },
  expected: number
): void {
  if (Number(discount_total).toFixed(2) !== expected.toFixed(2)) {
    throw new Error(`${what}: the discount is ${String(discount_total)} instead of ${expected}.`)
  }
}

const oneOfEach = (products: BenchShop["products"]) =>
  products.map(({ variantId }) => ({ variant_id: variantId, quantity: 1 }))
