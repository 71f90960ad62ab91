import type { Product } from "../../scripts/seed/products"
import { createStoreDatabase, type TestDatabase } from "../support/database"
import { HttpClient } from "../support/http"
import { InsideStore } from "../support/inside/store"
import { openMarket, stockProduct, SWEDEN, type TestMarket } from "../support/markets"
import { fillCart } from "../support/carts"
import { setProgram } from "../support/programs"
import { makePromotion } from "../support/promotions"
import { type Shopper, shopperWithPoints } from "../support/shoppers"

/** How many statements read a table first. */
const readsOf = (table: string, statements: string[]): number =>
  statements.filter((sql) => new RegExp(`^\\s*select[^]*?from "?(public"\\."?)?${table}"?[ \n]`, "i").test(sql)) // prettier-ignore
  .length

describe("what a request with points reads", () => {
  let database: TestDatabase
  let inside: InsideStore
  let market: TestMarket
  let blanket: Product
  let shopper: Shopper
  let cartId: string

  beforeAll(async () => {
    database = await createStoreDatabase()
    inside = await InsideStore.start(database.url)
    market = await openMarket(SWEDEN, new HttpClient(inside.server.url))
    await setProgram(market.merchant, "sek")
    blanket = await stockProduct(market, 450)
    shopper = await shopperWithPoints(market, 22_000)
    cartId = (await cart()).id
  }, 120_000)
  afterAll(async () => {
    await inside.server.stop()
    await database.drop()
  })

  const cart = () =>
    fillCart(
      shopper.client,
      market,
      [{ variant_id: blanket.variantId, quantity: 1 }],
      shopper.email
    )

  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    await inside.run("record")
    await work()
    return inside.run("recorded")
  }

  it("to apply points: the account and the program once, the cart once more than Medusa", async () => {
    const { code } = await makePromotion(market, { type: "fixed", value: 1 })
    const apply = () =>
      shopper.client.mustPost(`/store/carts/${cartId}/loyalty-points`, { points: 15_000 })
    const refresh = () =>
      shopper.client.mustPost(`/store/carts/${cartId}/promotions`, { promo_codes: [code] })
    await refresh()
    await apply()
    const applied = await statementsOf(apply)
    const refreshed = await statementsOf(refresh)
    expect(readsOf("loyalty_account a", applied)).toBe(1)
    expect(readsOf("loyalty_program", applied)).toBe(1)
    expect(readsOf("cart", applied) - readsOf("cart", refreshed)).toBeLessThanOrEqual(1)
    expect(readsOf("cart", applied)).toBeGreaterThan(1)
  })

  it("to refresh a cart without points: one query more than without the plugin", async () => {
    const other = await cart()
    const item = await statementsOf(() =>
      shopper.client.mustPost(`/store/carts/${other.id}`, { email: shopper.email })
    )
    expect(item.filter((sql) => /loyalty_/.test(sql))).toEqual([
      expect.stringContaining("FROM loyalty_redemption"),
    ])
  })
})
