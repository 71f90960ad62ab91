import type { Product } from "../../../scripts/seed/products"
import { stockProduct, type TestMarket } from "../markets"

/** The products that stories sell, by the word that a story uses for them. */
export type StoryProducts<Goods extends string = string> = Record<Goods, Product>

/** Makes products by name and price, new for each call. */
export async function makeProducts<Goods extends string>(
  market: TestMarket,
  prices: Record<Goods, number>
): Promise<StoryProducts<Goods>> {
  const made = Object.entries<number>(prices).map(async ([goods, price]) => [
    goods,
    await stockProduct(market, price, { title: goods }),
  ])
  return Object.fromEntries(await Promise.all(made)) as StoryProducts<Goods>
}

/**
 * The same for goods that shoppers collect and whose stock nobody counts: their orders have no
 * delivery, and Medusa needs half the time for them.
 */
export async function makeCollectedProducts<Goods extends string>(
  market: TestMarket,
  prices: Record<Goods, number>
): Promise<StoryProducts<Goods>> {
  const products = await makeProducts(market, prices)
  for (const { id, variantId } of Object.values<Product>(products)) {
    await market.merchant.mustPost(`/admin/products/${id}`, { shipping_profile_id: null })
    await market.merchant.mustPost(`/admin/products/${id}/variants/${variantId}`, {
      manage_inventory: false,
    })
  }
  return products
}
