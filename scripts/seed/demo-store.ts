import { setTimeout as sleep } from "node:timers/promises"
import type { HttpTypes } from "@medusajs/framework/types"
import { type HttpClient } from "../lib/http"
import { step } from "../lib/output"
import { Problem } from "../lib/problem"
import { CATALOG, HISTORY_HANDLE } from "./catalog"
import { POLAND, seedMarket, type Market } from "./market"
import { fulfillOrder, placeOrder } from "./orders"
import { seedProduct, type Product } from "./products"
import { PLN_PROGRAM, seedProgram } from "./program"
import type { Login } from "./session"
import { seedShop } from "./shop"
import { seedShopper, type Shopper } from "./shopper"

/** What the demo store consists of, as in `demo.json`. */
export interface DemoStore {
  publishable_key: string
  customer: Login & { id: string }
  region_id: string
  currency_code: string
  shipping_option_id: string
  products: { title: string; variant_id: string; price: number }[]
}

/** What the shopper has bought: orders of this many items, 1,500.00 PLN in total. */
const HISTORY = [2, 1]
const HISTORY_POINTS = 15_000
const PATIENCE_MS = 60_000

/** Fills the shop and lets the shopper earn 15,000 points; keeps what an earlier run created. */
export async function seedDemoStore(
  admin: HttpClient,
  client: HttpClient,
  login: Login
): Promise<DemoStore> {
  const { shop, market, products } = await step("Filling the shop", () => fillShop(admin))
  const store = client.withPublishableKey(shop.publishableKey)
  const shopper = await seedShopper(store, { ...login, firstName: "Anna", lastName: "Kowalska" })
  await step("Shopping until the shopper has 15,000 points", async () => {
    await seedHistory(admin, shopper, login.email, market, products)
    await waitForPoints(shopper)
  })
  return {
    publishable_key: shop.publishableKey,
    customer: { ...login, id: shopper.id },
    region_id: market.regionId,
    currency_code: POLAND.currencyCode,
    shipping_option_id: market.shippingOptionId,
    products: CATALOG.map(({ handle, title, prices }) => ({
      title,
      variant_id: variantOf(products, handle),
      price: prices[POLAND.currencyCode] ?? 0,
    })),
  }
}

async function fillShop(admin: HttpClient) {
  const shop = await seedShop(admin)
  const market = await seedMarket(admin, shop, POLAND)
  const products = new Map<string, Product>()
  for (const plan of CATALOG) {
    products.set(plan.handle, await seedProduct(admin, shop, plan))
  }
  await seedProgram(admin, PLN_PROGRAM)
  return { shop, market, products }
}

/** Each order carries its number, so that interrupted seeding continues where it stopped. */
async function seedHistory(
  admin: HttpClient,
  shopper: Shopper,
  email: string,
  market: Market,
  products: Map<string, Product>
): Promise<void> {
  const variant_id = variantOf(products, HISTORY_HANDLE)
  for (const [index, quantity] of HISTORY.entries()) {
    const metadata = { demo_order: index + 1 }
    const found = await findOrder(admin, shopper.id, metadata.demo_order)
    const order =
      found ??
      (await placeOrder(shopper.client, market, {
        email,
        items: [{ variant_id, quantity }],
        metadata,
      }))
    await fulfillOrder(admin, order.id)
  }
}

async function findOrder(
  admin: HttpClient,
  customer_id: string,
  number: number
): Promise<{ id: string } | undefined> {
  const { orders } = await admin.mustGet<HttpTypes.AdminOrderListResponse>("/admin/orders", {
    customer_id,
    fields: "id,metadata",
    limit: 100,
  })
  return orders.find(({ metadata }) => metadata?.demo_order === number)
}

async function waitForPoints({ client }: Shopper): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const { loyalty_account } = await client.mustGet<{
      loyalty_account: { lifetime_earned: number }
    }>("/store/loyalty/account")
    if (loyalty_account.lifetime_earned >= HISTORY_POINTS) {
      return
    }
    if (performance.now() > deadline) {
      throw new Problem(
        `The shopper bought for 1,500 PLN and has earned ${loyalty_account.lifetime_earned} ` +
          `points instead of ${HISTORY_POINTS}. The backend's log should say why.`
      )
    }
    await sleep(200)
  }
}

function variantOf(products: Map<string, Product>, handle: string): string {
  const product = products.get(handle)
  if (!product) {
    throw new Error(`The catalogue has no ${handle}.`)
  }
  return product.variantId
}
