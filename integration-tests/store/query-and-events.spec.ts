import { readFileSync } from "node:fs"
import type { Product } from "../../scripts/seed/products"
import type { SettleRecentReport } from "../../src/workflows/settlement/settle-recent-orders"
import { expectCleanAudit } from "../support/audit"
import { buy } from "../support/carts"
import { createStoreDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { HttpClient } from "../support/http"
import { type HeardEvent, InsideStore } from "../support/inside/store"
import { openMarket, stockProduct, SWEDEN, type TestMarket } from "../support/markets"
import {
  cancelOrder,
  changeUnheard,
  completeOrder,
  expectLoyalty,
  loyaltyOf,
  movesOf,
  settle,
} from "../support/orders"
import { changeRules, setProgram } from "../support/programs"
import {
  accountOf,
  adjustPoints,
  journalOf,
  newShopper,
  type Shopper,
  shopperWithPoints,
} from "../support/shoppers"
import { queryStore } from "../support/store-database"

type Redemption = { id: string; target: { type: string; id: string }; cart_id: string | null }
type Account = { id: string; customer_id: string; balance: number; customer?: { email: string } }
type Transaction = { id: string; kind: string; points: number; order_id: string | null }

/** A blanket of 450.00, paid with 15,000 points, earns 3,000. */
describe("code inside a store", () => {
  let database: TestDatabase
  let inside: InsideStore
  let market: TestMarket
  let blanket: Product

  beforeAll(async () => {
    database = await createStoreDatabase()
    inside = await InsideStore.start(database.url)
    market = await openMarket(SWEDEN, new HttpClient(inside.server.url))
    await setProgram(market.merchant, "sek")
    blanket = await stockProduct(market, 450)
  }, 120_000)

  afterAll(async () => {
    await expectCleanAudit(market.merchant)
    await inside.server.stop()
    await database.drop()
  })

  describe("asks Query for", () => {
    let shopper: Shopper
    let account: Account
    let order: { id: string }

    beforeAll(async () => {
      shopper = await shopperWithPoints(market, 15_000)
      order = await buy(shopper, market, [blanket], { withPoints: true })
      await expectLoyalty(market.merchant, order, { points_redeemed: 15_000 })
      await adjustPoints(market.merchant, shopper, 70)
      await adjustPoints(market.merchant, shopper, 30)
      account = await accountOf(shopper)
    })

    it("loyalty accounts, with their current figures", async () => {
      const { data } = await inside.graph<Account>({
        entity: "loyalty_account",
        fields: ["*"],
        filters: { customer_id: shopper.id },
      })
      expect(data).toEqual([account])
    })

    it("single fields", async () => {
      const { data } = await inside.graph<Account>({
        entity: "loyalty_account",
        fields: ["id", "available"],
        filters: { id: account.id },
      })
      expect(data).toEqual([{ id: account.id, available: 100 }])
    })

    it("accounts by filters", async () => {
      const idsWhere = async (filters: object) =>
        (
          await inside.graph<Account>({
            entity: "loyalty_account",
            fields: ["id"],
            filters: { customer_id: shopper.id, ...filters },
          })
        ).data.length
      expect(await idsWhere({ balance: { $gte: 100 } })).toBe(1)
      expect(await idsWhere({ balance: { $gt: 100 } })).toBe(0)
      expect(await idsWhere({ balance: { $gte: 50, $lt: 150 } })).toBe(1)
      expect(await idsWhere({ balance: [99, 100] })).toBe(1)
      expect(await idsWhere({ balance: { $nin: [100] } })).toBe(0)
      expect(await idsWhere({ $or: [{ balance: 1 }, { wallet: "points" }] })).toBe(1)
      expect(await idsWhere({ $and: [{ balance: 1 }, { wallet: "points" }] })).toBe(0)
      expect(await idsWhere({ wallet: { $like: "po%" } })).toBe(1)
      expect(await idsWhere({ wallet: { $ne: "points" } })).toBe(0)
      await expect(idsWhere({ colour: "red" })).rejects.toThrow('Unknown field "colour"')
    })

    it("transactions, in pages and in order", async () => {
      const page = (pagination: object) =>
        inside.graph<Transaction>({
          entity: "loyalty_transaction",
          fields: ["id", "kind", "points", "order_id"],
          filters: { account_id: account.id },
          pagination,
        })
      const { data, metadata } = await page({ skip: 1, take: 2, order: { points: "DESC" } })
      expect(data.map(({ points }) => points)).toEqual([70, 30])
      expect(metadata).toMatchObject({ count: 4, skip: 1, take: 2 })
      const ascending = await page({ order: { points: "ASC" } })
      expect(ascending.data.map(({ points }) => points)).toEqual([-15_000, 30, 70, 15_000])
      expect(ascending.data[0]).toMatchObject({ kind: "redeem", order_id: order.id })
    })

    it("one transaction by its id, and those of an order", async () => {
      const [newest] = await journalOf(shopper)
      const byId = await inside.graph<Transaction>({
        entity: "loyalty_transaction",
        fields: ["*"],
        filters: { id: newest!.id },
      })
      expect(byId.data).toEqual([newest])
      const none = await inside.graph({
        entity: "loyalty_transaction",
        fields: ["id"],
        filters: { id: ["ltx_0_0", "no-such-id"] },
      })
      expect(none.data).toEqual([])
      const ofOrder = await inside.graph<Transaction>({
        entity: "loyalty_transaction",
        fields: ["kind", "points"],
        filters: { order_id: order.id },
      })
      expect(ofOrder.data).toMatchObject([{ kind: "redeem", points: -15_000 }])
    })

    it("programs", async () => {
      const { data } = await inside.graph({
        entity: "loyalty_program",
        fields: ["currency_code", "point_value", "minimum_balance"],
        filters: { currency_code: "sek" },
      })
      expect(data).toMatchObject([{ currency_code: "sek", minimum_balance: 0 }])
    })

    it("a customer's account, and an account's customer", async () => {
      const customers = await inside.graph<{ loyalty_account: Account }>({
        entity: "customer",
        fields: ["id", "loyalty_account.*"],
        filters: { id: shopper.id },
      })
      expect(customers.data).toMatchObject([{ loyalty_account: { id: account.id, balance: 100 } }])
      const accounts = await inside.graph<Account>({
        entity: "loyalty_account",
        fields: ["id", "customer.email"],
        filters: { id: account.id },
      })
      expect(accounts.data).toMatchObject([{ id: account.id, customer: { email: shopper.email } }])
    })

    it("the account of points and all accounts of a customer who has two wallets", async () => {
      const member = await newShopper(market.store)
      const stars = await accountOf(member, "stars")
      await adjustPoints(market.merchant, member, 3, { wallet: "stars" })
      await adjustPoints(market.merchant, member, 40)
      const points = await accountOf(member)
      const customers = await inside.graph<{ id: string; loyalty_account: Account }>({
        entity: "customer",
        fields: ["id", "loyalty_account.*"],
        filters: { id: [member.id, shopper.id] },
      })
      const byId = new Map(customers.data.map((customer) => [customer.id, customer]))
      expect(byId.get(member.id)?.loyalty_account).toMatchObject(points)
      expect(byId.get(shopper.id)?.loyalty_account).toMatchObject({ id: account.id })
      const accounts = await inside.graph<Account>({
        entity: "loyalty_account",
        fields: ["id", "wallet", "balance"],
        filters: { customer_id: member.id },
      })
      expect(accounts.data).toEqual([
        { id: stars.id, wallet: "stars", balance: 3 },
        { id: points.id, wallet: "points", balance: 40 },
      ])
      const lines = await inside.graph<Transaction>({
        entity: "loyalty_transaction",
        fields: ["points"],
        filters: { customer_id: member.id, wallet: "stars" },
      })
      expect(lines.data).toEqual([{ points: 3 }])
    })

    it("the points that were spent on an order", async () => {
      const { data } = await inside.graph({
        entity: "order",
        fields: ["id", "loyalty_redemption.*"],
        filters: { id: order.id },
      })
      expect(data).toMatchObject([
        { loyalty_redemption: { order_id: order.id, points: 15_000, discount: 150 } },
      ])
      const [{ loyalty_redemption: used }] = data as [{ loyalty_redemption: Redemption }]
      expect(used.target).toEqual({ type: "cart", id: used.cart_id })
      const byTarget = await inside.graph<Redemption>({
        entity: "loyalty_redemption",
        fields: ["id", "target.*"],
        filters: { cart_id: used.cart_id, target_type: "cart" },
      })
      expect(byTarget.data).toEqual([{ id: used.id, target: used.target }])
    })

    it("a customer without an account and an order without points", async () => {
      const other = await newShopper(market.store)
      const customers = await inside.graph<{ loyalty_account?: Account }>({
        entity: "customer",
        fields: ["id", "loyalty_account.id"],
        filters: { id: other.id },
      })
      expect(customers.data[0]?.loyalty_account ?? null).toBeNull()
      const plain = await buy(other, market, [blanket])
      const orders = await inside.graph<{ loyalty_redemption?: object }>({
        entity: "order",
        fields: ["id", "loyalty_redemption.id"],
        filters: { id: plain.id },
      })
      expect(orders.data[0]?.loyalty_redemption ?? null).toBeNull()
    })
  })

  describe("hears on the bus", () => {
    it("what happened to an order's points, after it was written", async () => {
      const shopper = await shopperWithPoints(market, 15_000)
      const order = await buy(shopper, market, [blanket], { withPoints: true })
      await completeOrder(market.merchant, order)
      await expectLoyalty(market.merchant, order, { points_earned: 3_000 })

      const [earned, redeemed] = await journalOf(shopper)
      await expectHeard(shopper, [
        eventOf("loyalty.points_redeemed", shopper, redeemed!),
        eventOf("loyalty.points_earned", shopper, earned!),
      ])
    })

    it("what a cancellation gives back and takes back", async () => {
      await setProgram(market.merchant, "sek", { earn_on: "order_placed" })
      const shopper = await shopperWithPoints(market, 15_000)
      const order = await buy(shopper, market, [blanket], { withPoints: true })
      await expectLoyalty(market.merchant, order, { points_earned: 3_000 })
      await cancelOrder(market.merchant, order)
      await expectLoyalty(market.merchant, order, { points_earned: 0, points_redeemed: 0 })

      const journal = await journalOf(shopper)
      const ofKind = (kind: string) => journal.find((transaction) => transaction.kind === kind)!
      await expectHeard(shopper, [
        eventOf("loyalty.points_redeemed", shopper, ofKind("redeem")),
        eventOf("loyalty.points_earned", shopper, ofKind("earn")),
        eventOf("loyalty.points_refunded", shopper, ofKind("redeem_refund")),
        eventOf("loyalty.points_reversed", shopper, ofKind("earn_reversal")),
      ])
      await setProgram(market.merchant, "sek")
    })

    it("that a program changed, and nothing when it did not", async () => {
      const program = await setProgram(market.merchant, "sek")
      const told = async () =>
        (await inside.heard()).filter(({ name }) => name === "loyalty.program_updated")
      const before = (await told()).length
      await changeRules(market.merchant, program, { minimum_balance: 7 })
      await changeRules(market.merchant, program, { minimum_balance: 7 })
      await setProgram(market.merchant, "sek")
      await eventually(async () => {
        expect((await told()).slice(before)).toEqual(
          Array.from({ length: 2 }, () => ({
            name: "loyalty.program_updated",
            data: { id: program.id },
          }))
        )
      })
    })

    it("the same order event many times without any harm", async () => {
      const shopper = await shopperWithPoints(market, 15_000)
      const order = await buy(shopper, market, [blanket], { withPoints: true })
      await completeOrder(market.merchant, order)
      const names = ["order.completed", "order.placed", "order.canceled", "order.completed"]
      await Promise.all(names.map((name) => inside.emit(name, { id: order.id })))
      await expectLoyalty(market.merchant, order, { points_earned: 3_000, points_redeemed: 15_000 })
      expect(movesOf(await settle(market.merchant, order)).sort()).toEqual([
        "earn 3000",
        "redeem -15000",
      ])
      await eventually(async () => expect(await heardOf(shopper)).toHaveLength(2))
    })

    it("an event of an order that does not exist, without harm", async () => {
      await inside.emit("order.placed", { id: "order_unknown" })
      await inside.emit("payment.captured", { id: "pay_unknown" })
      expect((await market.store.get("/store/loyalty/programs")).status).toBe(200)
    })
  })

  describe("settles recent orders again", () => {
    const atNight = () => inside.job<SettleRecentReport>("settle-recent-orders")

    it("and finds what events missed, despite a broken order", async () => {
      const shopper = await shopperWithPoints(market, 15_000)
      const [unheard, broken, fine] = [
        await buy(shopper, market, [blanket], { withPoints: true }),
        await buy(shopper, market, [blanket]),
        await buy(shopper, market, [blanket]),
      ]
      await expectLoyalty(market.merchant, unheard, { points_redeemed: 15_000 })
      await atNight()

      await changeUnheard(unheard, "canceled", database.url)
      await changeUnheard(fine, "completed", database.url)
      await breakOrder(broken)
      const report = await atNight()
      expect(report).toMatchObject({
        transactions: 2,
        failed: [{ order_id: broken.id, message: expect.stringContaining("More points than") }],
      })
      expect(await loyaltyOf(market.merchant, unheard)).toMatchObject({ points_redeemed: 0 })
      expect(await loyaltyOf(market.merchant, fine)).toMatchObject({ points_earned: 4_500 })
      expect(readFileSync(inside.server.logFile, "utf8")).toContain(
        `loyalty points: order ${broken.id} could not be settled`
      )
    })

    it("and has nothing to do when all went well", async () => {
      const { transactions, orders } = await atNight()
      expect(transactions).toBe(0)
      expect(orders).toBeGreaterThan(3)
    })

    /** The order costs more than points can be counted for. */
    async function breakOrder({ id }: { id: string }): Promise<void> {
      await changeUnheard({ id }, "completed", database.url)
      const price = '{"value": "1000000000000000000000", "precision": 20}'
      await queryStore(
        `UPDATE order_line_item SET unit_price = 1e21, raw_unit_price = $2
         WHERE id IN (SELECT item_id FROM order_item WHERE order_id = $1)`,
        [id, price],
        database.url
      )
      await queryStore(
        `UPDATE order_item SET unit_price = 1e21, raw_unit_price = $2 WHERE order_id = $1`,
        [id, price],
        database.url
      )
    }
  })

  /** All but the gift that the shopper began with. */
  async function heardOf(shopper: Shopper): Promise<HeardEvent[]> {
    const all = await inside.heard()
    const gift = "loyalty.points_adjusted"
    return all.filter(
      ({ name, data }) =>
        name.startsWith("loyalty.") && name !== gift && data.customer_id === shopper.id
    )
  }

  function expectHeard(shopper: Shopper, events: HeardEvent[]): Promise<void> {
    return eventually(async () => {
      expect(await heardOf(shopper)).toEqual(events)
    })
  }

  function eventOf(
    name: string,
    shopper: Shopper,
    transaction: { id: string; account_id: string; points: number; order_id: string | null }
  ): HeardEvent {
    return {
      name,
      data: {
        id: transaction.account_id,
        customer_id: shopper.id,
        points: transaction.points,
        transaction_id: transaction.id,
        order_id: transaction.order_id,
      },
    }
  }
})
