import type { Product } from "../../scripts/seed/products"
import type { LoyaltyAccountDTO } from "../../src/modules/loyalty-points/ledger/types"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { mustComplete, type Refusal, startTestPayment } from "../support/carts"
import { Draft } from "../support/drafts"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { cancelOrder, completeOrder, expectLoyalty } from "../support/orders"
import { findProgram, setProgram } from "../support/programs"
import { adjustPoints, newShopper, type Shopper } from "../support/shoppers"

interface AccountPage {
  loyalty_account: LoyaltyAccountDTO
  orders: { count: number; total: number }
}

interface TransactionPage {
  loyalty_transactions: Record<string, unknown>[]
  count: number
  offset: number
  limit: number
}

interface ProgramPage {
  loyalty_programs: Record<string, unknown>[]
  count: number
  offset: number
  limit: number
}

describe("what a shopper can read about loyalty", () => {
  let thailand: TestMarket
  let shopper: Shopper

  beforeAll(async () => {
    thailand = await openMarket(country("Thailand", "th", "thb", 7))
    await setProgram(thailand.merchant, "thb", { maximum_discount: 500 })
  })

  beforeEach(async () => {
    shopper = await newShopper(thailand.store)
  })

  afterAll(() => expectCleanAudit(thailand.merchant))

  describe("their account", () => {
    it("is created on the first request, and the same on the second", async () => {
      const first = await readAccount()
      expect(first).toMatchObject({
        loyalty_account: {
          customer_id: shopper.id,
          wallet: "points",
          balance: 0,
          held: 0,
          pending: 0,
          available: 0,
          lifetime_earned: 0,
          lifetime_redeemed: 0,
          expiring: [],
        },
        orders: { count: 0, total: 0 },
      })
      expect(await readAccount()).toEqual(first)
    })

    it("is one account, however many first requests come at once", async () => {
      const looks = await Promise.all([readAccount(), readAccount(), readAccount(), readAccount()])
      expect(new Set(looks.map(({ loyalty_account }) => loyalty_account.id)).size).toBe(1)
    })

    it("shows the points, when they expire, and what was ordered", async () => {
      const product = await stockProduct(thailand, 1000)
      const order = await buy(product, 2)
      const canceled = await buy(product, 1)
      await cancelOrder(thailand.merchant, canceled)
      await completeOrder(thailand.merchant, order)
      await expectLoyalty(thailand.merchant, order, { points_earned: 20_000 })
      const soon = new Date(Date.now() + 3_600_000).toISOString()
      await adjustPoints(thailand.merchant, shopper, 300, { expires_at: soon })

      const { loyalty_account, orders } = await readAccount()
      expect(orders).toMatchObject({ count: 1, total: 2015 })
      expect(loyalty_account).toMatchObject({ balance: 20_300, available: 20_300 })
      expect(loyalty_account.expiring).toHaveLength(2)
      expect(loyalty_account.expiring[0]).toEqual({ points: 300, expires_at: soon })
      expect(loyalty_account.expiring[1]).toMatchObject({ points: 20_000 })
    })

    it("sums up orders per currency, the most used currency first", async () => {
      const nepal = await openMarket(country("Nepal", "np", "npr", 13))
      const [tea, book] = [await stockProduct(thailand, 0.1), await stockProduct(nepal, 700.35)]
      await buy(tea, 1)
      await buy(book, 1, nepal)
      await buy(book, 1, nepal)
      await Draft.of(nepal, shopper, [book])
      expect((await readAccount()).orders).toEqual({
        count: 3,
        total: 1430.7,
        currency_code: "npr",
        by_currency: [
          { currency_code: "npr", count: 2, total: 1430.7 },
          { currency_code: "thb", count: 1, total: 15.1 },
        ],
      })
    })

    it("is only for logged-in shoppers", async () => {
      for (const path of ["/store/loyalty/account", "/store/loyalty/transactions"]) {
        expect(await thailand.store.get(path)).toMatchObject({ status: 401 })
        const merchantAsShopper = thailand.merchant.withPublishableKey(thailand.shop.publishableKey)
        expect(await merchantAsShopper.get(path)).toMatchObject({ status: 401 })
      }
    })
  })

  describe("their journal", () => {
    it("is empty at first", async () => {
      expect(await readJournal()).toEqual({
        status: 200,
        body: { loyalty_transactions: [], count: 0, offset: 0, limit: 20 },
      })
    })

    it("comes newest first, page by page, without duplicates", async () => {
      for (const points of [1, 2, 3, 4, 5]) {
        await adjustPoints(thailand.merchant, shopper, points)
      }
      expect(pointsOf(await readJournal())).toEqual([5, 4, 3, 2, 1])
      const pages = [
        await readJournal({ limit: 2 }),
        await readJournal({ limit: 2, offset: 2 }),
        await readJournal({ limit: 2, offset: 4 }),
        await readJournal({ limit: 2, offset: 6 }),
      ]
      expect(pages.map(pointsOf)).toEqual([[5, 4], [3, 2], [1], []])
      pages.forEach(({ body }, index) =>
        expect(body).toMatchObject({ count: 5, offset: index * 2, limit: 2 })
      )
    })

    it("shows the kind of each entry and the balance after it", async () => {
      const { id, account_id } = await adjustPoints(thailand.merchant, shopper, 100)
      const { body } = await readJournal()
      expect(body.loyalty_transactions[0]).toMatchObject({
        id,
        account_id,
        kind: "adjust",
        points: 100,
        balance_after: 100,
        order_id: null,
        reason: "A gift",
      })
    })

    it("is nobody else's", async () => {
      await adjustPoints(thailand.merchant, await newShopper(thailand.store), 777)
      expect(pointsOf(await readJournal())).toEqual([])
    })
  })

  describe("the programs", () => {
    it("are public, without internal rules", async () => {
      const program = await programShown("thb")
      expect(program).toEqual({
        id: expect.any(String) as unknown,
        currency_code: "thb",
        name: expect.any(String) as unknown,
        is_enabled: true,
        points_per_currency_unit: 10,
        point_value: 0.01,
        minimum_balance: 0,
        minimum_order_total: 0,
        maximum_discount: 500,
        maximum_discount_percent: null,
        validity_days: 365,
        fixed_expiry: null,
        fixed_expiry_minimum_days: 0,
        earn_on: "order_completed",
        pending_days: 0,
        earning_basis: "total",
        rounding: "floor",
        combine_with_promotions: true,
      })
    })

    it("are listed only while they are enabled", async () => {
      await setProgram(thailand.merchant, "thb", { is_enabled: false })
      expect(await programShown("thb")).toBeUndefined()
      expect(await findProgram(thailand.merchant, "thb")).toBeDefined()
      await setProgram(thailand.merchant, "thb", { maximum_discount: 500 })
      expect(await programShown("thb")).toBeDefined()
    })

    it("come in pages", async () => {
      const { loyalty_programs, count } = await readPrograms({ limit: 100 })
      expect(loyalty_programs).toHaveLength(count)
      const page = await readPrograms({ limit: 1, offset: count - 1 })
      expect(page).toMatchObject({ count, offset: count - 1, limit: 1 })
      expect(page.loyalty_programs).toEqual(loyalty_programs.slice(-1))
    })
  })

  it.each([
    ["limit", "0"],
    ["limit", "101"],
    ["limit", "1.5"],
    ["limit", "many"],
    ["limit", ""],
    ["offset", "-1"],
    ["offset", "0.5"],
    ["offset", "1e99"],
    ["offset", "start"],
    ["page", "2"],
  ])("refuses %s=%s with the parameter's name", async (name, value) => {
    for (const path of ["/store/loyalty/transactions", "/store/loyalty/programs"]) {
      const { status, body } = await shopper.client.get<Refusal>(path, { [name]: value })
      expect({ status, body }).toMatchObject({ status: 400, body: { type: "invalid_data" } })
      expect(body.message).toContain(name)
    }
  })

  function readAccount(): Promise<AccountPage> {
    return shopper.client.mustGet<AccountPage>("/store/loyalty/account")
  }

  function readJournal(query: Record<string, number> = {}) {
    return shopper.client.get<TransactionPage>("/store/loyalty/transactions", query)
  }

  function pointsOf({ body }: { body: TransactionPage }): unknown[] {
    return body.loyalty_transactions.map(({ points }) => points)
  }

  function readPrograms(query: Record<string, number>): Promise<ProgramPage> {
    return thailand.store.mustGet<ProgramPage>("/store/loyalty/programs", query)
  }

  async function programShown(currency: string): Promise<unknown> {
    const { loyalty_programs } = await readPrograms({ limit: 100 })
    return loyalty_programs.find(({ currency_code }) => currency_code === currency)
  }

  async function buy(product: Product, quantity: number, market = thailand) {
    const basket = await Basket.of(shopper, market, [product, quantity])
    await basket.deliver()
    await startTestPayment(shopper.client, basket)
    return mustComplete(shopper.client, basket)
  }
})
