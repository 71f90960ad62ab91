import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import {
  applyPoints,
  type Cart,
  complete,
  fillCart,
  mustComplete,
  startTestPayment,
} from "../support/carts"
import { createStoreDatabase, type TestDatabase } from "../support/database"
import { codeBlocksOf } from "../support/docs/code-blocks"
import { HttpClient } from "../support/http"
import { openMarket, stockProduct, SWEDEN, type TestMarket } from "../support/markets"
import { expectLoyalty } from "../support/orders"
import { makePluginStore } from "../support/plugin-store"
import { findProgram } from "../support/programs"
import { StoreServer } from "../support/server"
import { accountOf, type Shopper, shopperWithPoints } from "../support/shoppers"

const PROGRAM = { currency_code: "sek", points_per_currency_unit: 10, minimum_balance: 5000 }

/** The store of docs/hooks.md, with the files from that page. A blanket costs 450.00. */
describe("a store whose own handlers call the plugin's", () => {
  let database: TestDatabase
  let server: StoreServer
  let market: TestMarket
  let blanket: Product
  let shopper: Shopper
  let cart: Cart

  beforeAll(async () => {
    database = await createStoreDatabase()
    const options = { registerHooks: false, programs: [PROGRAM] }
    const store = makePluginStore({ options, files: filesOfThePage() })
    server = await StoreServer.start({ databaseUrl: database.url, store })
    market = await openMarket(SWEDEN, new HttpClient(server.url))
    blanket = await stockProduct(market, 450)
    shopper = await shopperWithPoints(market, 15_000)
    const items = [{ variant_id: blanket.variantId, quantity: 1 }]
    cart = await fillCart(shopper.client, market, items, shopper.email)
  }, 120_000)

  afterAll(async () => {
    await server.stop()
    await database.drop()
  })

  it("starts with the program of its options and without a warning", async () => {
    expect(await findProgram(market.merchant, "sek")).toMatchObject({ ...PROGRAM, version: 1 })
    expect(readFileSync(server.logFile, "utf8")).not.toContain("registerHooks")
  })

  it("gives the points' discount", async () => {
    const discounted = await applyPoints(shopper.client, cart)
    expect(discounted.cart.item_total).toBe(300)
  })

  it("still refuses a promotion in its own handler, and the discount stays", async () => {
    const { status, body } = await shopper.client.post<{ message: string }>(
      `/store/carts/${cart.id}/promotions`,
      { promo_codes: ["STAFF"] }
    )
    expect([status, body.message]).toEqual([400, "STAFF works at the counter only."])
    expect((await applyPoints(shopper.client, cart)).cart.item_total).toBe(300)
  })

  it("still refuses a cart in its own handler, before any points are held", async () => {
    await startTestPayment(shopper.client, cart)
    await setMetadata({ needs_approval: true })
    const { status, body } = await complete(shopper.client, cart)
    expect([status, body.message]).toEqual([400, "This cart needs an approval first."])
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 0 })
  })

  it("holds the points and spends them with the order", async () => {
    await setMetadata({ needs_approval: "" })
    const order = await mustComplete(shopper.client, cart)
    expect(order.item_total).toBe(300)
    await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, discount: 150 })
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, held: 0 })
    await expectCleanAudit(market.merchant)
  })

  async function setMetadata(metadata: object): Promise<void> {
    await shopper.client.mustPost(`/store/carts/${cart.id}`, { metadata })
  }
})

/** The code of docs/hooks.md by the path in its first line. */
function filesOfThePage(): Record<string, string> {
  const blocks = codeBlocksOf(path.join(ROOT, "docs/hooks.md")).filter(
    ({ language }) => language === "ts"
  )
  return Object.fromEntries(
    blocks.map(({ text }) => [/^\/\/ (src\/\S+)/.exec(text)?.[1] ?? "", text])
  )
}
