import { randomUUID } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import type { Product } from "../../scripts/seed/products"
import { seedShopper } from "../../scripts/seed/shopper"
import type {
  LoyaltyAccountDTO,
  LoyaltyTransactionDTO,
} from "../../src/modules/loyalty-points/ledger/types"
import { expectCleanAudit } from "../support/audit"
import { applyPoints, buy, fillCart, quoteNow } from "../support/carts"
import type { Refusal } from "../support/carts"
import { eventually } from "../support/eventually"
import type { HttpClient } from "../support/http"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { cancelOrder, expectLoyalty, loyaltyOf, settle } from "../support/orders"
import { setProgram } from "../support/programs"
import { accountOf, adjustPoints, newShopper, type Shopper } from "../support/shoppers"
import { queryStore } from "../support/store-database"

type Claimed = { loyalty_account: LoyaltyAccountDTO; order_ids: string[] }
type Merged = {
  loyalty_account: LoyaltyAccountDTO
  loyalty_transactions: LoyaltyTransactionDTO[]
}

const EVERYWHERE_NO_POINTS = { points_earned: 0, customer_id: null }
const PASSWORD = "a-long-password"

/** A blanket of 450.00 earns 4,500 points when it is ordered. */
describe("guests and accounts", () => {
  let market: TestMarket
  let merchant: HttpClient
  let blanket: Product

  beforeAll(async () => {
    market = await openMarket(country("Brasil", "br", "brl", 17))
    merchant = market.merchant
    await setProgram(merchant, "brl", { earn_on: "order_placed" })
    blanket = await stockProduct(market, 450)
  })

  afterAll(() => expectCleanAudit(merchant))

  const newEmail = () => `ewa_${randomUUID()}@example.com`
  const buyAsGuest = (email: string) => buy({ client: market.store, email }, market, [blanket])
  const ask = ({ client }: Shopper) => client.post<Claimed & Refusal>("/store/loyalty/guest-orders")
  const accountPath = ({ id }: { id: string }, rest = "") => `/admin/loyalty/accounts/${id}${rest}`

  async function accountInAdmin(account: { id: string }) {
    const { loyalty_account } = await merchant.mustGet<{
      loyalty_account: LoyaltyAccountDTO & { customer: object | null }
    }>(accountPath(account))
    return loyalty_account
  }

  async function register(email: string): Promise<Shopper> {
    const name = { firstName: "Ewa", lastName: "Nowak" }
    return { email, ...(await seedShopper(market.store, { ...name, email, password: PASSWORD })) }
  }

  /** The shopper asks for a code and enters the one that came by e-mail. */
  async function verify(client: HttpClient, email: string): Promise<void> {
    const subject = { entity_id: email, entity_type: "email" }
    await client.mustPost("/auth/verification/request", subject)
    await queryStore("UPDATE auth_verification SET verified_at = now() WHERE entity_id = $1", [
      email,
    ])
  }

  describe("a guest's earlier orders", () => {
    it("earn when the member has verified the e-mail address, once", async () => {
      const email = newEmail()
      const order = await buyAsGuest(email.toUpperCase())
      const someoneElses = await buyAsGuest(email.replace("_", "x"))
      const member = await register(email)
      expect(await ask(member)).toMatchObject({
        status: 400,
        body: {
          type: "not_allowed",
          message: "Verify your e-mail address to get points for the orders you placed with it",
        },
      })
      expect(await loyaltyOf(merchant, order)).toMatchObject(EVERYWHERE_NO_POINTS)

      await verify(member.client, email)
      const claimed = { order_ids: [order.id], loyalty_account: { balance: 4_500 } }
      expect(await ask(member)).toMatchObject({ status: 200, body: claimed })
      expect(await ask(member)).toMatchObject({ status: 200, body: claimed })
      expect(await loyaltyOf(merchant, order)).toMatchObject({
        ...{ customer_id: member.id, points_earned: 4_500 },
      })
      expect(await loyaltyOf(merchant, someoneElses)).toMatchObject(EVERYWHERE_NO_POINTS)
      await cancelOrder(merchant, order)
      await expectLoyalty(merchant, order, { points_earned: 0 })
      expect(await accountOf(member)).toMatchObject({ balance: 0 })
    })

    it("earn automatically when the address was verified before registering", async () => {
      const email = newEmail()
      const order = await buyAsGuest(email)
      const { token } = await market.store.mustPost<{ token: string }>(
        "/auth/customer/emailpass/register",
        { email, password: PASSWORD }
      )
      const registering = market.store.withToken(token)
      await verify(registering, email)
      await registering.mustPost("/store/customers", { email })
      await expectLoyalty(merchant, order, { points_earned: 4_500 })
    })

    it("earn points for a member who has stars, too, and leave the stars alone", async () => {
      const email = newEmail()
      const order = await buyAsGuest(email)
      const member = await register(email)
      await adjustPoints(merchant, member, 7, { wallet: "stars" })
      await verify(member.client, email)
      const claimed = {
        order_ids: [order.id],
        loyalty_account: { wallet: "points", balance: 4_500 },
      }
      expect(await ask(member)).toMatchObject({ status: 200, body: claimed })
      expect(await ask(member)).toMatchObject({ status: 200, body: claimed })
      expect(await accountOf(member, "stars")).toMatchObject({ balance: 7, lifetime_earned: 0 })
      await cancelOrder(merchant, order)
      await expectLoyalty(merchant, order, { points_earned: 0 })
      expect(await accountOf(member)).toMatchObject({ balance: 0 })
      expect(await accountOf(member, "stars")).toMatchObject({ balance: 7 })
    })

    it("do not earn for another address that the member verified", async () => {
      const email = newEmail()
      const order = await buyAsGuest(email)
      const member = await register(email)
      await verify(member.client, newEmail())
      expect(await ask(member)).toMatchObject({ status: 400 })
      expect(await loyaltyOf(merchant, order)).toMatchObject(EVERYWHERE_NO_POINTS)
    })

    it("earn when the merchant vouches for the address", async () => {
      const email = newEmail()
      const order = await buyAsGuest(email)
      const member = await register(email)
      const path = (id: string) => `/admin/loyalty/customers/${id}/claim-guest-orders`
      expect(await merchant.post(path(member.id))).toMatchObject({
        status: 200,
        body: {
          ...{ order_ids: [order.id], failed_order_ids: [] },
          loyalty_account: { balance: 4_500 },
          loyalty_transactions: [{ kind: "earn", points: 4_500, order_id: order.id }],
        },
      })
      const guest = await guestOf(order)
      expect(await merchant.post(path(guest))).toMatchObject({ status: 400 })
      expect(await merchant.post(path("cus_none"))).toMatchObject({ status: 404 })
      expect(await merchant.post(path(member.id), { all: true })).toMatchObject({ status: 400 })
    })

    async function guestOf({ id }: { id: string }): Promise<string> {
      const [row] = await queryStore<{ customer_id: string }>(
        `SELECT customer_id FROM "order" WHERE id = $1`,
        [id]
      )
      return row!.customer_id
    }

    it("earn for the member who takes them over with the code from their e-mail", async () => {
      const order = await buyAsGuest(newEmail())
      const member = await newShopper(market.store)
      await member.client.mustPost(`/store/orders/${order.id}/transfer/request`)
      const [row] = await queryStore<{ token: string }>(
        `SELECT details->>'token' AS token FROM order_change_action
         WHERE order_id = $1 AND action = 'TRANSFER_CUSTOMER'`,
        [order.id]
      )
      expect(await loyaltyOf(merchant, order)).toMatchObject(EVERYWHERE_NO_POINTS)
      const accept = `/store/orders/${order.id}/transfer/accept`
      expect(await market.store.post(accept, { token: "guessed" })).toMatchObject({ status: 400 })
      await market.store.mustPost(accept, { token: row!.token })
      await expectLoyalty(merchant, order, { points_earned: 4_500 })
      expect(await accountOf(member)).toMatchObject({ balance: 4_500 })
    })
  })

  it("a deleted customer's account is closed, and their orders no longer move points", async () => {
    const shopper = await newShopper(market.store)
    const order = await buy(shopper, market, [blanket])
    await expectLoyalty(merchant, order, { points_earned: 4_500 })
    const cart = await openCart(shopper)
    await applyPoints(shopper.client, cart)
    const account = await accountOf(shopper)
    const before = await journalInAdmin(account)

    expect(await merchant.delete(`/admin/customers/${shopper.id}`)).toMatchObject({ status: 200 })
    const closed = { balance: 0, customer_id: `deleted_${account.id}`, customer: null }
    await eventually(async () => {
      const now = await accountInAdmin(account)
      expect(now).toMatchObject({ ...closed, closed_at: expect.any(String) })
    })
    const journal = await journalInAdmin(account)
    expect(journal.slice(1)).toEqual(before)
    expect(journal[0]).toMatchObject({ kind: "expire", points: -4_500, reason: "Account closed" })
    expect(await quoteNow(market.store, cart)).toMatchObject({ points_applied: 0, discount: 0 })

    await cancelOrder(merchant, order)
    const settled = await settle(merchant, order)
    expect(settled).toMatchObject({ account_id: account.id, points_earned: 4_500 })
    expect(await accountInAdmin(account)).toMatchObject(closed)
    const adjustment = { points: 5, reason: "A gift" }
    expect(await merchant.post(accountPath(account, "/adjustments"), adjustment)).toMatchObject({
      status: 400,
      body: { code: "loyalty_account_closed" },
    })
  })

  describe("merging two accounts", () => {
    let old: Shopper
    let kept: Shopper
    let from: LoyaltyAccountDTO
    let into: LoyaltyAccountDTO
    beforeEach(async () => {
      old = await newShopper(market.store)
      kept = await newShopper(market.store)
      from = await accountOf(old)
      into = await accountOf(kept)
    })

    const merge = (body: object, account = from) =>
      merchant.post<Merged & Refusal>(accountPath(account, "/merge"), body)

    it("moves the points, and what the old account's orders still do to them", async () => {
      const order = await buy(old, market, [blanket])
      await expectLoyalty(merchant, order, { points_earned: 4_500 })
      await adjustPoints(merchant, kept, 100)
      const cart = await openCart(old)
      await applyPoints(old.client, cart)

      const body = { into_account_id: into.id, reason: "Registered twice" }
      const { status, body: merged } = await merge(body)
      expect({ status, merged }).toMatchObject({
        status: 200,
        merged: {
          loyalty_account: { id: into.id, balance: 4_600, available: 4_600 },
          loyalty_transactions: [
            { account_id: from.id, kind: "merge", points: -4_500, reason: "Registered twice" },
            { account_id: into.id, kind: "merge", points: 4_500, actor_type: "user" },
          ],
        },
      })
      expect((await merge(body)).body).toMatchObject({ loyalty_account: { balance: 4_600 } })
      expect(await accountOf(old)).toMatchObject({
        ...{ id: from.id, balance: 0, merged_into: into.id, closed_at: expect.any(String) },
      })
      expect(await quoteNow(old.client, cart)).toMatchObject({ points_applied: 0, discount: 0 })
      expect(await old.client.post(`/store/carts/${cart.id}/loyalty-points`)).toMatchObject({
        status: 400,
        body: { code: "loyalty_account_closed" },
      })

      await cancelOrder(merchant, order)
      await expectLoyalty(merchant, order, { points_earned: 0 })
      expect(await accountOf(kept)).toMatchObject({ balance: 100 })
      await buy(old, market, [blanket])
      await eventually(async () => expect((await accountOf(kept)).balance).toBe(4_600))
    })

    it("is refused with a message that says why", async () => {
      const target = { into_account_id: into.id }
      const refusals: [body: object, status: number, message: string][] = [
        [{ reason: "x" }, 400, "into_account_id"],
        [target, 400, "reason"],
        [{ ...target, reason: " " }, 400, "reason"],
        [{ ...target, reason: "x", all: true }, 400, "all"],
        [{ into_account_id: from.id, reason: "x" }, 400, "into itself"],
        [{ into_account_id: "lacc_x", reason: "x" }, 404, "no loyalty account lacc_x"],
      ]
      for (const [body, status, message] of refusals) {
        const answer = await merge(body)
        expect({ body, status: answer.status }).toEqual({ body, status })
        expect(answer.body.message).toContain(message)
      }
      const body = { ...target, reason: "x" }
      expect(await merge(body, { ...from, id: "lacc_x" })).toMatchObject({ status: 404 })
    })
  })

  const openCart = (shopper: Shopper): Promise<HttpTypes.StoreCart> =>
    fillCart(
      shopper.client,
      market,
      [{ variant_id: blanket.variantId, quantity: 1 }],
      shopper.email
    )

  async function journalInAdmin(account: { id: string }): Promise<LoyaltyTransactionDTO[]> {
    const { loyalty_transactions } = await merchant.mustGet<{
      loyalty_transactions: LoyaltyTransactionDTO[]
    }>(accountPath(account, "/transactions"), { limit: 100 })
    return loyalty_transactions
  }
})
