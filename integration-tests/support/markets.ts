import { randomUUID } from "node:crypto"
import { seedMarket, type Market, type MarketPlan } from "../../scripts/seed/market"
import { seedProduct, type Product, type ProductPlan } from "../../scripts/seed/products"
import { seedShop, type Shop } from "../../scripts/seed/shop"
import { asMerchant, sharedStore, type HttpClient } from "./http"

/** A country of the shared store: with its currency, a spec has a loyalty program to itself. */
export interface TestMarket extends Market {
  plan: MarketPlan
  shop: Shop
  /** The store as a visitor sees it. */
  store: HttpClient
  merchant: HttpClient
}

const PAYMENTS = ["pp_system_default", "pp_test_test"]

/** Sweden: prices include 25 % VAT, so that 125.00 is 100.00 without it. */
export const SWEDEN = country("Sverige", "se", "sek", 25)
export const NORWAY = country("Norge", "no", "nok", 25)
export const DENMARK = country("Danmark", "dk", "dkk", 25)
export const CZECHIA = country("Česko", "cz", "czk", 21)
export const ROMANIA = country("România", "ro", "ron", 19)
export const HUNGARY = country("Magyarország", "hu", "huf", 27)
export const SWITZERLAND = country("Schweiz", "ch", "chf", 8.1)

/** Opens a market in a store, the shared one if no other is named. */
export async function openMarket(plan: MarketPlan, url = sharedStore()): Promise<TestMarket> {
  const merchant = await asMerchant(url)
  const shop = await seedShop(merchant)
  const market = await seedMarket(merchant, shop, plan)
  return { ...market, plan, shop, merchant, store: url.withPublishableKey(shop.publishableKey) }
}

/** A product of the market, new for each call. */
export function stockProduct(
  market: TestMarket,
  price: number,
  options: Partial<ProductPlan> = {}
): Promise<Product> {
  const handle = options.handle ?? `product-${randomUUID()}`
  return seedProduct(market.merchant, market.shop, {
    title: "Blanket",
    description: "Made of wool.",
    prices: { [market.plan.currencyCode]: price },
    stock: 1000,
    ...options,
    handle,
  })
}

/** A country whose prices include VAT. */
export function country(
  name: string,
  countryCode: string,
  currencyCode: string,
  vat: number
): MarketPlan {
  return {
    name,
    countryCode,
    currencyCode,
    vat,
    pricesIncludeTax: true,
    shippingPrice: 15,
    paymentProviders: PAYMENTS,
  }
}
