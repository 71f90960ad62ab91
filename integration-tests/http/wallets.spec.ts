import type { Product } from "../../scripts/seed/products"
import { DAY_IN_MS } from "../../src/domain/shared/day"
import { POINTS_WORDS } from "../../src/domain/wallets/words"
import type {
  HttpLiabilityReport,
  HttpLoyaltyAccountWithCustomer,
  HttpLoyaltyStatistics,
} from "../../src/types/http"
import { expectCleanAudit } from "../support/audit"
import { buy, fillCart, quoteNow, type Refusal } from "../support/carts"
import { Draft } from "../support/drafts"
import { eventsOf, listenToStore } from "../support/events"
import { eventually } from "../support/eventually"
import { runJob } from "../support/jobs"
import { mailsTo } from "../support/sent-mails"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { expectLoyalty } from "../support/orders"
import { setProgram } from "../support/programs"
import { accountOf, adjustPoints, journalOf, newShopper, type Shopper } from "../support/shoppers"
import { onStoreLedger } from "../support/store-ledger"

const STARS = {
  code: "stars",
  name: { en: "Stars", pl: "Gwiazdki" },
  unit: { en: ["star", "stars"], pl: ["gwiazdka", "gwiazdki", "gwiazdek"] },
}
const UNKNOWN = 'wallet: expected one of points, stars, got "moons"'

/** Nobody else's points are as old; they are gone in June, before those of other tests. */
const MAY = { from: "2020-05-01", to: "2020-05-31" }

type Query = Record<string, string>

/** A point is worth 0.01, and 1.00 earns ten; the shared store declares stars besides points. */
describe("a second wallet of a customer", () => {
  let market: TestMarket
  let blanket: Product

  beforeAll(async () => {
    market = await openMarket(country("Latvija", "lv", "eur", 21))
    await setProgram(market.merchant, "eur", { earn_on: "order_placed" })
    blanket = await stockProduct(market, 450)
  })

  afterAll(() => expectCleanAudit(market.merchant))

  async function shopperWith(points: number, stars: number): Promise<Shopper> {
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, points)
    await adjustPoints(market.merchant, shopper, stars, { wallet: "stars" })
    return shopper
  }

  const giveInMay = ({ id: account_id }: { id: string }, points: number) =>
    onStoreLedger(({ ledger }) =>
      ledger.credit(
        { account_id, kind: "bonus", points, expires_at: null },
        new Date("2020-05-02T12:00:00Z")
      )
    )

  const takeInJune = ({ id: account_id }: { id: string }, points: number) =>
    onStoreLedger(({ ledger }) =>
      ledger.debit({ account_id, kind: "adjust", points }, new Date("2020-06-02T12:00:00Z"))
    )

  describe("is read by its code", () => {
    let shopper: Shopper
    beforeAll(async () => {
      shopper = await shopperWith(100, 7)
    })

    it("by the shopper: account and journal", async () => {
      expect(await accountOf(shopper)).toMatchObject({ wallet: "points", balance: 100 })
      expect(await accountOf(shopper, "points")).toEqual(await accountOf(shopper))
      expect(await accountOf(shopper, "stars")).toMatchObject({ wallet: "stars", balance: 7 })
      expect((await journalOf(shopper)).map(({ points }) => points)).toEqual([100])
      expect((await journalOf(shopper, "stars")).map(({ points }) => points)).toEqual([7])
    })

    it("by the merchant, of a customer", async () => {
      const read = (query: Query) =>
        market.merchant.mustGet<{ loyalty_account: object }>(
          `/admin/loyalty/customers/${shopper.id}`,
          query
        )
      expect((await read({})).loyalty_account).toEqual(await accountOf(shopper))
      expect((await read({ wallet: "stars" })).loyalty_account).toEqual(
        await accountOf(shopper, "stars")
      )
    })

    it("in the list of accounts, which shows all or those of one wallet", async () => {
      const walletsOf = async (query: Query) => {
        const { loyalty_accounts, count } = await market.merchant.mustGet<{
          loyalty_accounts: HttpLoyaltyAccountWithCustomer[]
          count: number
        }>("/admin/loyalty/accounts", query)
        expect(count).toBe(loyalty_accounts.length)
        return loyalty_accounts.map(({ wallet }) => wallet).sort()
      }
      const mine = { customer_id: shopper.id }
      expect(await walletsOf(mine)).toEqual(["points", "stars"])
      expect(await walletsOf({ ...mine, wallet: "stars" })).toEqual(["stars"])
      expect(await walletsOf({ q: shopper.email })).toEqual(["points", "stars"])
      expect(await walletsOf({ q: shopper.email, wallet: "points" })).toEqual(["points"])
      expect(await walletsOf({ customer_id: "cus_nobody" })).toEqual([])
    })

    it("with its words, for anybody", async () => {
      const loyalty_wallets = [{ code: "points", ...POINTS_WORDS }, STARS]
      const all = { loyalty_wallets, count: 2, offset: 0, limit: 20 }
      expect(await market.store.mustGet("/store/loyalty/wallets")).toEqual(all)
      expect(await market.merchant.mustGet("/admin/loyalty/wallets")).toEqual(all)
      const page = { limit: 1, offset: 1 }
      expect(await market.store.mustGet("/store/loyalty/wallets", page)).toEqual({
        ...{ loyalty_wallets: [STARS], count: 2 },
        ...page,
      })
    })

    it.each(["/store/loyalty/account", "/store/loyalty/transactions"])(
      "or %s says which wallets there are",
      async (path) => {
        const { status, body } = await shopper.client.get<Refusal>(path, { wallet: "moons" })
        expect([status, body.message]).toEqual([400, UNKNOWN])
      }
    )

    it.each(["accounts", "statistics", "reports/liability", "customers/:id"])(
      "or /admin/loyalty/%s says which wallets there are",
      async (path) => {
        const { status, body } = await market.merchant.get<Refusal>(
          `/admin/loyalty/${path.replace(":id", shopper.id)}`,
          { wallet: "moons" }
        )
        expect([status, body.message]).toEqual([400, UNKNOWN])
      }
    )
  })

  describe("is not affected by operations on points:", () => {
    it("a cart is paid with points only, and its order earns points", async () => {
      const shopper = await shopperWith(1_000, 5_000)
      const cart = await fillCart(shopper.client, market, [
        { variant_id: blanket.variantId, quantity: 1 },
      ])
      expect(await quoteNow(shopper.client, cart)).toMatchObject({
        available: 1_000,
        max_points: 1_000,
      })
      const order = await buy(shopper, market, [blanket], { withPoints: true })
      await expectLoyalty(market.merchant, order, { points_redeemed: 1_000, points_earned: 4_400 })
      expect(await accountOf(shopper)).toMatchObject({ balance: 4_400 })
      expect(await accountOf(shopper, "stars")).toMatchObject({ balance: 5_000, held: 0 })
    })

    it("a draft order holds points only", async () => {
      const shopper = await shopperWith(1_000, 5_000)
      const draft = await Draft.of(market, shopper, [blanket])
      const { loyalty_quote } = await draft.usePoints()
      expect(loyalty_quote).toMatchObject({ available: 1_000, points_applied: 1_000 })
      expect(await accountOf(shopper)).toMatchObject({ held: 1_000 })
      expect(await accountOf(shopper, "stars")).toMatchObject({ held: 0, available: 5_000 })
      await draft.dropPoints()
    })

    it("a merchant's adjustment of one account", async () => {
      const shopper = await shopperWith(10, 20)
      await adjustPoints(market.merchant, shopper, -15, { wallet: "stars" })
      expect(await accountOf(shopper)).toMatchObject({ balance: 10 })
      expect(await accountOf(shopper, "stars")).toMatchObject({ balance: 5 })
    })
  })

  describe("has its own report:", () => {
    const statistics = async (query: Query) =>
      (
        await market.merchant.mustGet<{ statistics: HttpLoyaltyStatistics }>(
          "/admin/loyalty/statistics",
          query
        )
      ).statistics
    const liability = async (query: Query) =>
      (
        await market.merchant.mustGet<{ liability_report: HttpLiabilityReport }>(
          "/admin/loyalty/reports/liability",
          query
        )
      ).liability_report

    it("no sum mixes points with stars, and stars have no value in money", async () => {
      const shopper = await newShopper(market.store)
      await giveInMay(await accountOf(shopper), 30)
      await giveInMay(await accountOf(shopper, "stars"), 7)
      await takeInJune(await accountOf(shopper), 30)
      const both = [MAY, { ...MAY, wallet: "stars" }]
      const [points, stars] = await Promise.all(both.map(statistics))
      expect(points).toMatchObject({ wallet: "points", issued: 30, closing_balance: 30 })
      expect(stars).toMatchObject({ wallet: "stars", issued: 7, closing_balance: 7, liability: [] })
      expect(points!.liability.length).toBeGreaterThan(0)
      const [inPoints, inStars] = await Promise.all(both.map(liability))
      expect(inPoints).toMatchObject({ wallet: "points", totals: { issued: 30, outstanding: 30 } })
      expect(inStars).toMatchObject({
        wallet: "stars",
        totals: { issued: 7, outstanding: 7, values: [] },
        groups: [{ currency_code: null, outstanding: 7, value: null }],
      })
    })

    it("the file of stars is named after them", async () => {
      const days = { from: "2022-01-01", to: "2022-01-31", format: "csv" }
      const nameOf = async (query: Query) => {
        const path = `/admin/loyalty/reports/liability?${new URLSearchParams(query).toString()}`
        const answer = await fetch(market.merchant.baseUrl + path, {
          headers: market.merchant.headers,
        })
        return answer.headers.get("content-disposition")
      }
      const named = (name: string) => `attachment; filename="${name}"`
      expect(await nameOf(days)).toBe(named("loyalty-liability_2022-01-01_2022-01-31.csv"))
      expect(await nameOf({ ...days, wallet: "stars" })).toBe(
        named("loyalty-liability_stars_2022-01-01_2022-01-31.csv")
      )
    })
  })

  it("gets one reminder, in its own words, as long as its owner wants that", async () => {
    const [both, noStars] = [await newShopper(market.store), await newShopper(market.store)]
    const expires_at = new Date(Date.now() + 6 * DAY_IN_MS).toISOString()
    for (const shopper of [both, noStars]) {
      await adjustPoints(market.merchant, shopper, 30, { expires_at })
      await adjustPoints(market.merchant, shopper, 5, { expires_at, wallet: "stars" })
    }
    const choice = { expiry_reminders: false, wallet: "stars" }
    const { loyalty_account } = await noStars.client.mustPost<{ loyalty_account: object }>(
      "/store/loyalty/account",
      choice
    )
    expect(loyalty_account).toMatchObject(choice)
    expect(await accountOf(noStars)).toMatchObject({ expiry_reminders: true })

    await runJob("remind-of-expiry")
    await runJob("remind-of-expiry")
    const told = mailsTo(both).map(({ content, data }) => [data?.wallet, content?.subject])
    expect(told.sort()).toEqual([
      ["points", expect.stringMatching(/^30 points expire on /)],
      ["stars", expect.stringMatching(/^5 stars expire on /)],
    ])
    expect(mailsTo(both).map(({ data }) => [data?.wallet, data?.value])).toEqual(
      expect.arrayContaining([
        ["points", expect.any(Number)],
        ["stars", null],
      ])
    )
    expect(mailsTo(noStars).map(({ data }) => data?.wallet)).toEqual(["points"])
  })

  it("is merged with the others, into a wallet that is opened for it", async () => {
    await listenToStore()
    const [old, kept] = [await shopperWith(100, 7), await newShopper(market.store)]
    const into = await accountOf(kept)
    const { loyalty_account, loyalty_transactions } = await market.merchant.mustPost<{
      loyalty_account: object
      loyalty_transactions: { points: number }[]
    }>(`/admin/loyalty/accounts/${(await accountOf(old)).id}/merge`, {
      ...{ into_account_id: into.id, reason: "Registered twice" },
    })
    expect(loyalty_account).toMatchObject({ id: into.id, wallet: "points", balance: 100 })
    expect(loyalty_transactions.map(({ points }) => points)).toEqual([-100, 100, -7, 7])
    expect(await accountOf(kept, "stars")).toMatchObject({ balance: 7 })
    expect(await accountOf(old, "stars")).toMatchObject({
      ...{ balance: 0, merged_into: (await accountOf(kept, "stars")).id },
    })
    const events = await eventsOf("loyalty.points_merged", old)
    expect(events.map(({ points }) => points).sort()).toEqual([-100, -7])
  })

  describe("that the store no longer declares", () => {
    const inAdmin = async (id: string) =>
      (
        await market.merchant.mustGet<{ loyalty_account: HttpLoyaltyAccountWithCustomer }>(
          `/admin/loyalty/accounts/${id}`
        )
      ).loyalty_account

    /** A shopper with points and moons, and the ids of both accounts. */
    async function shopperWithMoons(points: number, moons: number) {
      const shopper = await newShopper(market.store)
      await adjustPoints(market.merchant, shopper, points)
      const expires_at = new Date("2099-01-01T00:00:00Z")
      const account = await onStoreLedger(async ({ accounts, ledger }) => {
        const { id } = await accounts.ensure(shopper.id, new Date(), "moons")
        const gift = { account_id: id, kind: "bonus" as const, points: moons, expires_at }
        await ledger.credit(gift, new Date())
        return id
      })
      return { shopper, ids: [(await accountOf(shopper)).id, account] as const }
    }

    it("is still shown to the merchant, account by account, and can be emptied", async () => {
      const { shopper, ids } = await shopperWithMoons(100, 7)
      const { loyalty_accounts } = await market.merchant.mustGet<{
        loyalty_accounts: HttpLoyaltyAccountWithCustomer[]
      }>("/admin/loyalty/accounts", { customer_id: shopper.id })
      expect(loyalty_accounts.map(({ wallet, balance }) => [wallet, balance]).sort()).toEqual([
        ["moons", 7],
        ["points", 100],
      ])
      expect(await inAdmin(ids[1])).toMatchObject({ wallet: "moons", balance: 7, available: 7 })
      for (const part of ["transactions", "lots"]) {
        const page = await market.merchant.mustGet<{ count: number }>(
          `/admin/loyalty/accounts/${ids[1]}/${part}`
        )
        expect([part, page.count]).toEqual([part, 1])
      }
      await market.merchant.mustPost(`/admin/loyalty/accounts/${ids[1]}/adjustments`, {
        ...{ points: -7, reason: "Moons are no more" },
      })
      expect(await inAdmin(ids[1])).toMatchObject({ balance: 0 })
      expect(await accountOf(shopper)).toMatchObject({ balance: 100 })
    })

    it("is named in no request, also where the customer has an account in it", async () => {
      const { shopper } = await shopperWithMoons(100, 7)
      const path = "/store/loyalty/account"
      for (const answer of [
        await shopper.client.get<Refusal>(path, { wallet: "moons" }),
        await shopper.client.post<Refusal>(path, { wallet: "moons", expiry_reminders: false }),
        await market.merchant.get<Refusal>(`/admin/loyalty/customers/${shopper.id}`, {
          wallet: "moons",
        }),
      ]) {
        expect([answer.status, answer.body.message]).toEqual([400, UNKNOWN])
      }
    })

    it("is merged with the others, and closed with them", async () => {
      const { shopper, ids } = await shopperWithMoons(100, 7)
      const kept = await newShopper(market.store)
      const into_account_id = (await accountOf(kept)).id
      await market.merchant.mustPost(`/admin/loyalty/accounts/${ids[0]}/merge`, {
        ...{ into_account_id, reason: "Registered twice" },
      })
      const { merged_into, balance } = await inAdmin(ids[1])
      expect(balance).toBe(0)
      expect(await inAdmin(merged_into!)).toMatchObject({ wallet: "moons", balance: 7 })
      expect(await accountOf(shopper)).toMatchObject({ merged_into: into_account_id })

      await market.merchant.delete(`/admin/customers/${kept.id}`)
      await eventually(async () => {
        expect(await inAdmin(merged_into!)).toMatchObject({
          ...{ balance: 0, customer_id: `deleted_${merged_into!}` },
        })
      })
    })
  })

  it("is closed with the others when the customer is deleted", async () => {
    const shopper = await shopperWith(100, 7)
    const ids = [(await accountOf(shopper)).id, (await accountOf(shopper, "stars")).id]
    await market.merchant.delete(`/admin/customers/${shopper.id}`)
    for (const id of ids) {
      await eventually(async () => {
        const { loyalty_account } = await market.merchant.mustGet<{ loyalty_account: object }>(
          `/admin/loyalty/accounts/${id}`
        )
        expect(loyalty_account).toMatchObject({
          ...{ balance: 0, customer_id: `deleted_${id}`, customer: null },
          closed_at: expect.any(String) as string,
        })
      })
    }
  })
})
