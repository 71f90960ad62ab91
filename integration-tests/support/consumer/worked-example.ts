import type { HttpTypes } from "@medusajs/framework/types"
import {
  completeCart,
  fulfillOrder,
  placeOrder,
  prepareCart,
  startPayment,
} from "../../../scripts/seed/orders"
import type { Product } from "../../../scripts/seed/products"
import { PLN_PROGRAM, seedProgram } from "../../../scripts/seed/program"
import { eventually } from "../eventually"
import { stockProduct, type TestMarket } from "../markets"
import { accountOf, newShopper, type Shopper } from "../shoppers"

/** How a shopper pays for a part of a cart; undefined pays all of it with money. */
export type PartPayment = (cartId: string) => Promise<unknown>

/** The money of a cart or an order. */
const MONEY = "+item_total,+shipping_total,+discount_total,+credit_line_total,+total"

/** Sets the rules of the worked example up. A throw of 450.00, which the shoppers below buy. */
export async function openShop(market: TestMarket): Promise<Product> {
  await seedProgram(market.merchant, PLN_PROGRAM)
  return stockProduct(market, 450, { title: "Merino wool throw" })
}

/** Registers Anna, who has bought for 1,500.00 and has 15,000 points. */
export async function registerAnna(market: TestMarket): Promise<Shopper> {
  const anna = await newShopper(market.store, { firstName: "Anna", lastName: "Kowalska" })
  const { variantId } = await stockProduct(market, 500, { title: "Stovetop espresso machine" })
  const order = await placeOrder(anna.client, market, {
    email: anna.email,
    items: [{ variant_id: variantId, quantity: 3 }],
  })
  await fulfillOrder(market.merchant, order.id)
  await eventually(async () =>
    expect(await accountOf(anna)).toMatchObject({ balance: 15_000, available: 15_000 })
  )
  return anna
}

/** Buys one piece, and pays a part of it otherwise than with money. */
export async function buyOne(
  { email, client }: Shopper,
  market: TestMarket,
  { variantId }: Product,
  payPart?: PartPayment
) {
  const items = [{ variant_id: variantId, quantity: 1 }]
  const { id } = await prepareCart(client, market, { email, items })
  await payPart?.(id)
  const { cart } = await client.mustGet<HttpTypes.StoreCartResponse>(`/store/carts/${id}`, {
    fields: MONEY,
  })
  await startPayment(client, id)
  const { id: orderId } = await completeCart(client, id)
  const { order } = await client.mustGet<HttpTypes.StoreOrderResponse>(`/store/orders/${orderId}`, {
    fields: MONEY,
  })
  return { cart, order }
}
