import type { HttpClient } from "../../lib/http"
import { type Market, POLAND, seedMarket } from "../../seed/market"
import { type Product, seedProduct } from "../../seed/products"
import { PLN_PROGRAM, seedProgram } from "../../seed/program"
import { seedShop } from "../../seed/shop"
import { seedShopper } from "../../seed/shopper"

/** What the benchmark's shop sells, and to whom. */
export interface BenchShop {
  merchant: HttpClient
  /** The store as a visitor sees it. */
  visitor: HttpClient
  market: Market
  products: Product[]
}

/** A logged-in shopper. */
export interface Member {
  email: string
  client: HttpClient
}

/** Points pay at most this much of each cart, so that every cart is also paid with money. */
export const DISCOUNT = 50
/** The code of a promotion that gives the same discount. */
export const PROMO_CODE = "FIFTY"

const PRICES = [120, 80]
const PROGRAM = {
  ...PLN_PROGRAM,
  minimum_balance: 0,
  minimum_order_total: 0,
  maximum_discount: DISCOUNT,
  earn_on: "order_placed",
}

/** Fills an empty store. */
export async function fillShop(merchant: HttpClient, store: HttpClient): Promise<BenchShop> {
  const shop = await seedShop(merchant)
  const market = await seedMarket(merchant, shop, POLAND)
  const products: Product[] = []
  for (const [index, price] of PRICES.entries()) {
    const handle = `product-${index + 1}`
    const texts = { handle, title: `Product ${index + 1}`, description: "One of its kind." }
    const plan = { ...texts, prices: { [POLAND.currencyCode]: price }, stock: 10_000_000 }
    products.push(await seedProduct(merchant, shop, plan))
  }
  await seedProgram(merchant, PROGRAM)
  await makePromotion(merchant)
  return { merchant, visitor: store.withPublishableKey(shop.publishableKey), market, products }
}

async function makePromotion(merchant: HttpClient): Promise<void> {
  await merchant.mustPost("/admin/promotions", {
    code: PROMO_CODE,
    type: "standard",
    status: "active",
    is_tax_inclusive: true,
    application_method: {
      type: "fixed",
      target_type: "items",
      allocation: "across",
      value: DISCOUNT,
      currency_code: POLAND.currencyCode,
    },
  })
}

/** A shopper with points, given in a number of transactions. */
export async function memberWithPoints(
  { merchant, visitor }: BenchShop,
  name: string,
  { points, transactions = 1 }: { points: number; transactions?: number }
): Promise<Member> {
  const email = `${name}@example.com`
  const plan = { email, password: "password-of-a-shopper", firstName: name, lastName: "Nowak" }
  const { client } = await seedShopper(visitor, plan)
  const { loyalty_account } = await client.mustGet<{ loyalty_account: { id: string } }>(
    "/store/loyalty/account"
  )
  const adjustments = `/admin/loyalty/accounts/${loyalty_account.id}/adjustments`
  for (let i = 0; i < transactions; i++) {
    await merchant.mustPost(adjustments, { points, reason: "A gift" })
  }
  return { email, client }
}
