import { randomUUID } from "node:crypto"
import type { AccountWithCustomer } from "../../src/api/admin/loyalty/accounts/with-customers"
import type {
  LoyaltyLotDTO,
  LoyaltyTransactionDTO,
} from "../../src/modules/loyalty-points/ledger/types"
import { expectCleanAudit } from "../support/audit"
import { eventually } from "../support/eventually"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import {
  accountOf,
  adjustPoints,
  newShopper,
  type Shopper,
  shopperWithPoints,
} from "../support/shoppers"
import { expirePointsOf } from "../support/store-database"

const PATH = "/admin/loyalty/accounts"

type Accounts = {
  loyalty_accounts: AccountWithCustomer[]
  count: number
  limit: number
  offset: number
}

describe("the merchant's list of loyalty accounts", () => {
  let market: TestMarket
  /** A surname that nobody else in the store has. */
  const family = `Zieliński${randomUUID().slice(0, 8)}`
  const shoppers: Shopper[] = []

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
    for (const [firstName, points] of [
      ["Ola", 300],
      ["Jan", 100],
      ["Zoe", 200],
    ] as const) {
      const shopper = await newShopper(market.store, { firstName, lastName: family })
      await adjustPoints(market.merchant, shopper, points)
      shoppers.push(shopper)
    }
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("shows whose the accounts are", async () => {
    const [ola] = shoppers as [Shopper]
    const { loyalty_accounts, count } = await list({ q: ola.email })
    expect(count).toBe(1)
    expect(loyalty_accounts).toEqual([
      {
        ...(await accountOf(ola)),
        customer: { id: ola.id, email: ola.email, first_name: "Ola", last_name: family },
      },
    ])
  })

  it("finds accounts by name, by customer and by account", async () => {
    expect(await namesOf({ q: family })).toEqual(["Jan", "Ola", "Zoe"])
    const [ola] = shoppers as [Shopper]
    expect(await namesOf({ q: ola.id })).toEqual(["Ola"])
    expect(await namesOf({ q: (await accountOf(ola)).id })).toEqual(["Ola"])
    expect(await namesOf({ q: `nobody-${family}` })).toEqual([])
  })

  it("sorts and pages", async () => {
    const inOrder = async (query: Record<string, string | number>) =>
      (await list({ q: family, ...query })).loyalty_accounts.map(({ balance }) => balance)
    expect(await inOrder({ order: "balance" })).toEqual([100, 200, 300])
    expect(await inOrder({ order: "-balance" })).toEqual([300, 200, 100])
    expect(await inOrder({ order: "created_at" })).toEqual([300, 100, 200])
    expect(await inOrder({ order: "balance", limit: 1, offset: 1 })).toEqual([200])
    const page = await list({ q: family, limit: 2, offset: 2 })
    expect(page).toMatchObject({ count: 3, limit: 2, offset: 2 })
    expect(page.loyalty_accounts).toHaveLength(1)
    expect(await list({ q: family, offset: 50 })).toMatchObject({ count: 3, loyalty_accounts: [] })
  })

  it("sorts by what can be spent now, whether or not the job has run", async () => {
    const lastName = `Wójcik${randomUUID().slice(0, 8)}`
    for (const [firstName, points] of [
      ["Ada", 300],
      ["Bea", 100],
    ] as const) {
      const shopper = await newShopper(market.store, { firstName, lastName })
      await adjustPoints(market.merchant, shopper, points)
      if (firstName === "Ada") {
        await expirePointsOf((await accountOf(shopper)).id)
      }
    }
    const inOrder = async (order: string) =>
      (await list({ q: lastName, order })).loyalty_accounts.map(({ available }) => available)
    expect(await inOrder("-balance")).toEqual([0, 100])
    expect(await inOrder("-available")).toEqual([100, 0])
    expect(await inOrder("available")).toEqual([0, 100])
  })

  it("opens one account", async () => {
    const [ola] = shoppers as [Shopper]
    const account = await accountOf(ola)
    const answer = await market.merchant.mustGet<{ loyalty_account: AccountWithCustomer }>(
      `${PATH}/${account.id}`
    )
    expect(answer.loyalty_account).toMatchObject({ ...account, customer: { id: ola.id } })
  })

  it("keeps the account of a customer who was deleted, closed", async () => {
    const shopper = await shopperWithPoints(market, 50)
    const { id } = await accountOf(shopper)
    await market.merchant.delete(`/admin/customers/${shopper.id}`)
    await eventually(async () => {
      const { loyalty_account } = await market.merchant.mustGet<{
        loyalty_account: AccountWithCustomer
      }>(`${PATH}/${id}`)
      const closed = { balance: 0, customer: null, closed_at: expect.any(String) }
      expect(loyalty_account).toMatchObject(closed)
    })
  })

  it("opens the account of a customer who never requested it", async () => {
    const shopper = await newShopper(market.store)
    const path = `/admin/loyalty/customers/${shopper.id}`
    const first = await market.merchant.mustGet<{ loyalty_account: { id: string } }>(path)
    expect(first.loyalty_account).toMatchObject({ customer_id: shopper.id, balance: 0 })
    expect(await market.merchant.mustGet(path)).toEqual(first)
    expect((await accountOf(shopper)).id).toBe(first.loyalty_account.id)
  })

  it("pages through an account's journal, newest first", async () => {
    const shopper = await newShopper(market.store)
    for (const points of [10, 20, 30, -5]) {
      await adjustPoints(market.merchant, shopper, points)
    }
    const { id } = await accountOf(shopper)
    const pageOf = (limit: number, offset: number) =>
      market.merchant.mustGet<{ loyalty_transactions: LoyaltyTransactionDTO[]; count: number }>(
        `${PATH}/${id}/transactions`,
        { limit, offset }
      )
    const page = await pageOf(2, 0)
    expect(page).toMatchObject({
      count: 4,
      loyalty_transactions: [
        { account_id: id, kind: "adjust", points: -5, balance_after: 55, expires_at: null },
        { account_id: id, kind: "adjust", points: 30, balance_after: 60 },
      ],
    })
    const deeper = (await pageOf(3, 2)).loyalty_transactions
    expect(deeper.map(({ points }) => points)).toEqual([20, 10])
    expect(await pageOf(20, 4)).toMatchObject({ count: 4, loyalty_transactions: [] })
  })

  it("shows an account's lots, those with points first", async () => {
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, 10, { expires_at: "2098-01-01T00:00:00.000Z" })
    await adjustPoints(market.merchant, shopper, 20, { expires_at: null })
    await adjustPoints(market.merchant, shopper, 30, { expires_at: "2099-01-01T00:00:00.000Z" })
    await adjustPoints(market.merchant, shopper, -15)
    const { id } = await accountOf(shopper)
    const lots = await market.merchant.mustGet<{ loyalty_lots: LoyaltyLotDTO[]; count: number }>(
      `${PATH}/${id}/lots`
    )
    expect(lots).toMatchObject({
      count: 3,
      loyalty_lots: [
        { account_id: id, points: 30, remaining: 25, expires_at: "2099-01-01T00:00:00.000Z" },
        { account_id: id, points: 20, remaining: 20, expires_at: null },
        { account_id: id, points: 10, remaining: 0, expires_at: "2098-01-01T00:00:00.000Z" },
      ],
    })
    expect((await accountOf(shopper)).expiring).toEqual([
      { points: 25, expires_at: "2099-01-01T00:00:00.000Z" },
    ])
  })

  function list(query: Record<string, string | number>): Promise<Accounts> {
    return market.merchant.mustGet(PATH, query)
  }

  async function namesOf(query: Record<string, string>): Promise<(string | null | undefined)[]> {
    const { loyalty_accounts } = await list(query)
    return loyalty_accounts.map(({ customer }) => customer?.first_name).sort()
  }
})
