import path from "node:path"
import { runMedusa } from "../../scripts/lib/medusa"
import type { Product } from "../../scripts/seed/products"
import { TEST_STORE_SETTINGS } from "../../scripts/test/environment"
import { expectCleanAudit } from "../support/audit"
import {
  applyPoints,
  type Cart,
  cartNow,
  complete,
  fillCart,
  mustComplete,
  quoteNow,
  startTestPayment,
} from "../support/carts"
import { createStoreDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { HttpClient } from "../support/http"
import { openMarket, stockProduct, SWEDEN, type TestMarket } from "../support/markets"
import { expectLoyalty, loyaltyOf, movesOf, settle } from "../support/orders"
import { setProgram } from "../support/programs"
import { StoreServer } from "../support/server"
import { accountOf, journalOf, type Shopper, shopperWithPoints } from "../support/shoppers"
import { queryStore } from "../support/store-database"
import { closeTable } from "../support/table-gate"

/** A shopper who was completing a cart when the store crashed. */
interface Unlucky {
  shopper: Shopper
  cart: Cart
}

const LONGER_THAN_THE_TEST_MS = 600_000

/**
 * One crash that affects several shoppers: for some the order is still being created, for others it
 * exists but its event was lost. Blankets cost 450.00; 15,000 points are 150.00.
 */
describe("a store that is killed while carts complete", () => {
  let database: TestDatabase
  let server: StoreServer
  let market: TestMarket
  let blanket: Product
  let withoutOrder: Record<"patient" | "repentant" | "absent", Unlucky>
  let withOrder: Record<"patient" | "absent", Unlucky>

  beforeAll(async () => {
    database = await createStoreDatabase()
    server = await StoreServer.start({ databaseUrl: database.url })
    market = await openMarket(SWEDEN, new HttpClient(server.url))
    await setProgram(market.merchant, "sek", { earn_on: "order_placed" })
    blanket = await stockProduct(market, 450)
    withOrder = {
      patient: await ready(LONGER_THAN_THE_TEST_MS),
      absent: await ready(LONGER_THAN_THE_TEST_MS),
    }
    withoutOrder = { patient: await ready(), repentant: await ready(), absent: await ready() }
    await crash()
  }, 240_000)

  afterEach(() => expectCleanAudit(market.merchant))

  afterAll(async () => {
    await server.stop()
    await database.drop()
  })

  it("still holds everybody's points when it is back", async () => {
    await Promise.all([...Object.values(withoutOrder), ...Object.values(withOrder)].map(expectHeld))
    expect(await orderOf(withoutOrder.patient)).toBeUndefined()
    expect(await orderOf(withOrder.patient)).toBeDefined()
  })

  describe("and a while later the sweep", () => {
    beforeAll(async () => {
      await letTimePass(withoutOrder.absent)
      await letTimePass(withOrder.absent)
      await sweep()
    })

    it("has freed the points of a cart without an order, and the cart still works", async () => {
      const { shopper, cart } = withoutOrder.absent
      expect(await accountOf(shopper)).toMatchObject({
        balance: 15_000,
        held: 0,
        available: 15_000,
      })
      expect(await quoteNow(shopper.client, cart)).toMatchObject({ discount: 150 })
      const order = await mustComplete(shopper.client, cart)
      await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })
      await expectSpentOnce(withoutOrder.absent)
    })

    it("has spent the points of an order whose event was lost", async () => {
      const order = await orderOf(withOrder.absent)
      expect(movesOf(await loyaltyOf(market.merchant, order!))).toEqual([
        "redeem -15000",
        "earn 3000",
      ])
      await expectSpentOnce(withOrder.absent)
    })

    it("has left points held if the completion could still be running", async () => {
      await Promise.all([withoutOrder.patient, withOrder.patient].map(expectHeld))
    })
  })

  it("sells at once to a shopper who tries again", async () => {
    const { shopper, cart } = withoutOrder.patient
    const order = await mustComplete(shopper.client, cart)
    expect(order.total).toBe(315)
    await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })
    await expectSpentOnce(withoutOrder.patient)
  })

  it("gives the points back at once to a shopper who takes them off the cart", async () => {
    const { shopper, cart } = withoutOrder.repentant
    const { status } = await shopper.client.delete(`/store/carts/${cart.id}/loyalty-points`)
    expect(status).toBe(200)
    expect(await accountOf(shopper)).toMatchObject({ held: 0, available: 15_000 })
    expect((await cartNow(shopper.client, cart)).total).toBe(465)
  })

  it("shows the order to a shopper who tries again, and settles it by hand", async () => {
    const { shopper, cart } = withOrder.patient
    const order = await orderOf(withOrder.patient)
    expect((await mustComplete(shopper.client, cart)).id).toBe(order?.id)
    expect(movesOf(await settle(market.merchant, order!))).toEqual(["redeem -15000", "earn 3000"])
    await expectSpentOnce(withOrder.patient)
  })

  /** A shopper whose cart can be completed; their bank answers after some time. */
  async function ready(delay_ms = 0): Promise<Unlucky> {
    const shopper = await shopperWithPoints(market, 15_000)
    const items = [{ variant_id: blanket.variantId, quantity: 1 }]
    const cart = await fillCart(shopper.client, market, items, shopper.email)
    await applyPoints(shopper.client, cart)
    await startTestPayment(shopper.client, cart, { delay_ms })
    return { shopper, cart }
  }

  /** Everybody completes; the store is killed where each waits, and started again. */
  async function crash(): Promise<void> {
    const completions = Object.values(withOrder).map(completing)
    await eventually(async () => {
      for (const unlucky of Object.values(withOrder)) {
        expect(await orderOf(unlucky)).toBeDefined()
      }
    })
    const gate = await closeTable(database.url, "order")
    completions.push(...Object.values(withoutOrder).map(completing))
    await eventually(async () => {
      for (const { shopper } of Object.values(withoutOrder)) {
        expect(await accountOf(shopper)).toMatchObject({ held: 15_000 })
      }
      expect(await gate.waiting()).toBe(Object.values(withoutOrder).length)
    })
    await server.kill()
    await gate.open()
    expect(await Promise.all(completions)).toEqual(completions.map(() => "no answer"))
    await server.restart()
  }

  function completing({ shopper, cart }: Unlucky): Promise<string> {
    return complete(shopper.client, cart).then(
      ({ status }) => `answered ${status}`,
      () => "no answer"
    )
  }

  async function orderOf({ cart }: Unlucky): Promise<{ id: string } | undefined> {
    const [order] = await queryStore<{ id: string }>(
      `SELECT order_id AS id FROM order_cart WHERE cart_id = $1`,
      [cart.id],
      database.url
    )
    return order
  }

  async function letTimePass({ cart }: Unlucky): Promise<void> {
    await queryStore(
      `UPDATE loyalty_redemption SET held_at = held_at - interval '1 hour' WHERE target_id = $1`,
      [cart.id],
      database.url
    )
  }

  /** What the plugin's job does, from a separate process. */
  async function sweep(): Promise<void> {
    const script = path.join(__dirname, "../support/inside/sweep.ts")
    await runMedusa(["exec", script], {
      logFile: server.logFile,
      env: { ...TEST_STORE_SETTINGS, DATABASE_URL: database.url },
    })
  }

  async function expectHeld({ shopper }: Unlucky): Promise<void> {
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 15_000, available: 0 })
  }

  async function expectSpentOnce({ shopper }: Unlucky): Promise<void> {
    expect(await accountOf(shopper)).toMatchObject({ balance: 3_000, held: 0, available: 3_000 })
    const kinds = (await journalOf(shopper)).map(({ kind }) => kind)
    expect(kinds).toEqual(["earn", "redeem", "adjust"])
  }
})
