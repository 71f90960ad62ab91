import { DAY_IN_MS } from "../../src/domain/shared/day"
import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { buy } from "../support/carts"
import { NORWAY, openMarket, stockProduct, SWITZERLAND, type TestMarket } from "../support/markets"
import {
  cancelOrder,
  capturePayment,
  completeOrder,
  expectLoyalty,
  loyaltyOf,
  movesOf,
  settle,
} from "../support/orders"
import { changeRules, findProgram, setProgram } from "../support/programs"
import { accountOf, journalOf, newShopper, shopperWithPoints } from "../support/shoppers"
import { queryStore } from "../support/store-database"

/** Prices include 25 % VAT; a blanket of 450.00 earns 4,500 points. */
describe("points that an order earns", () => {
  let market: TestMarket
  let blanket: Product

  beforeAll(async () => {
    market = await openMarket(NORWAY)
    blanket = await stockProduct(market, 450)
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("come when the order is completed, unless the program says otherwise", async () => {
    const program = await setProgram(market.merchant, "nok")
    const shopper = await newShopper(market.store)
    const order = await buy(shopper, market, [blanket])
    const { id: account_id } = await accountOf(shopper)
    const planned = {
      account_id,
      customer_id: shopper.id,
      currency_code: "nok",
      points_to_earn: 4_500,
      earn_on: "order_completed",
      pending_until: null,
    }
    expect(await settle(market.merchant, order)).toMatchObject({ ...planned, points_earned: 0 })

    await completeOrder(market.merchant, order)
    const earning = await expectLoyalty(market.merchant, order, { points_earned: 4_500 })
    expect(earning).toMatchObject(planned)
    expect(await accountOf(shopper)).toMatchObject({
      balance: 4_500,
      available: 4_500,
      lifetime_earned: 4_500,
    })
    const [earned] = await journalOf(shopper)
    expect(earned).toMatchObject({
      kind: "earn",
      order_id: order.id,
      program_version: program.version,
    })
    expect(lifeInDays(earned)).toBe(365)
  })

  it("live to the end of a day of the year, if the program says so", async () => {
    await setProgram(market.merchant, "nok", {
      earn_on: "order_placed",
      fixed_expiry: "12-31",
      fixed_expiry_minimum_days: 400,
    })
    const shopper = await newShopper(market.store)
    const order = await buy(shopper, market, [blanket])
    await expectLoyalty(market.merchant, order, { points_earned: 4_500 })
    const [earned] = await journalOf(shopper)
    const earliest = new Date(Date.parse(earned!.occurred_at.toString()) + 400 * DAY_IN_MS)
    const midnight = new Date(Date.UTC(earliest.getUTCFullYear() + 1, 0, 1)).toISOString()
    expect(await accountOf(shopper)).toMatchObject({
      expiring: [{ points: 4_500, expires_at: midnight }],
    })
  })

  it("come when the order is placed, if the program says so", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed" })
    const order = await buy(await newShopper(market.store), market, [blanket])
    await expectLoyalty(market.merchant, order, { points_earned: 4_500 })

    await completeOrder(market.merchant, order)
    expect(movesOf(await settle(market.merchant, order))).toEqual(["earn 4500"])
  })

  it("come in the parts in which the payment is captured, and sum up exactly", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "payment_captured" })
    const order = await buy(await newShopper(market.store), market, [blanket])
    // 200 of 465.00 with delivery: 4,500 × 200 / 465 = 1,935.48.
    await capturePayment(market.merchant, order, 200)
    const part = await expectLoyalty(market.merchant, order, { points_earned: 1_935 })
    expect(part).toMatchObject({ points_to_earn: 4_500, earn_on: "payment_captured" })

    await capturePayment(market.merchant, order, 265)
    const loyalty = await expectLoyalty(market.merchant, order, { points_earned: 4_500 })
    expect(movesOf(loyalty)).toEqual(["earn 1935", "earn 2565"])
  })

  it("are counted on what is paid with money, not with points", async () => {
    await setProgram(market.merchant, "nok")
    const shopper = await shopperWithPoints(market, 15_000)
    const order = await buy(shopper, market, [blanket], { withPoints: true })
    await completeOrder(market.merchant, order)
    const loyalty = await expectLoyalty(market.merchant, order, { points_earned: 3_000 })
    expect(movesOf(loyalty)).toEqual(["redeem -15000", "earn 3000"])
    expect(await accountOf(shopper)).toMatchObject({ balance: 3_000 })
  })

  it("are counted without tax, if the program says so", async () => {
    await setProgram(market.merchant, "nok", { earning_basis: "subtotal" })
    const shopper = await shopperWithPoints(market, 15_000)
    const whole = await buy(await newShopper(market.store), market, [blanket])
    const reduced = await buy(shopper, market, [blanket], { withPoints: true })
    await completeOrder(market.merchant, whole)
    await completeOrder(market.merchant, reduced)
    await expectLoyalty(market.merchant, whole, { points_earned: 3_600 })
    await expectLoyalty(market.merchant, reduced, { points_earned: 2_400 })
  })

  it.each([
    ["floor", 10.05, 100],
    ["ceil", 10.01, 101],
  ])("are rounded by %s: %d earns %d", async (rounding, price, points) => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed", rounding })
    const product = await stockProduct(market, price)
    const order = await buy(await newShopper(market.store), market, [product])
    await expectLoyalty(market.merchant, order, { points_earned: points })
  })

  it("are rounded once for the order, not for each line", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed" })
    const products = [await stockProduct(market, 10.05), await stockProduct(market, 20.05)]
    const order = await buy(await newShopper(market.store), market, products)
    await expectLoyalty(market.merchant, order, { points_earned: 301 })
  })

  it("are none for gift cards and delivery", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed" })
    const giftCard = await stockProduct(market, 200, { title: "Gift card" })
    await market.merchant.mustPost(`/admin/products/${giftCard.id}`, { is_giftcard: true })
    const shopper = await newShopper(market.store)
    const mixed = await buy(shopper, market, [blanket, giftCard])
    expect(mixed.total).toBe(665)
    await expectLoyalty(market.merchant, mixed, { points_earned: 4_500 })

    const alone = await buy(shopper, market, [giftCard])
    expect(movesOf(await settle(market.merchant, alone))).toEqual([])
  })

  it("are none for a guest", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed" })
    const order = await buy({ client: market.store }, market, [blanket])
    await completeOrder(market.merchant, order)
    const loyalty = await settle(market.merchant, order)
    expect(loyalty).toMatchObject({
      account_id: null,
      customer_id: null,
      currency_code: "nok",
      points_to_earn: 0,
      pending_until: null,
      transactions: [],
    })
    const accounts = await queryStore(
      `SELECT a.id FROM loyalty_account a JOIN "order" o USING (customer_id) WHERE o.id = $1`,
      [order.id]
    )
    expect(accounts).toEqual([])
  })

  it("follow the rules of the day on which the order was placed", async () => {
    const old = await setProgram(market.merchant, "nok", { validity_days: 30 })
    const shopper = await newShopper(market.store)
    const order = await buy(shopper, market, [blanket])
    await changeRules(market.merchant, old, {
      points_per_currency_unit: 1,
      earn_on: "payment_captured",
      validity_days: null,
    })
    expect(await loyaltyOf(market.merchant, order)).toMatchObject({
      points_to_earn: 4_500,
      earn_on: "order_completed",
    })

    await completeOrder(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_earned: 4_500 })
    const [earned] = await journalOf(shopper)
    expect(earned).toMatchObject({ program_version: old.version })
    expect(lifeInDays(earned)).toBe(30)
  })

  it("never expire, if the program says so", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed", validity_days: null })
    const shopper = await newShopper(market.store)
    await expectLoyalty(market.merchant, await buy(shopper, market, [blanket]), {
      points_earned: 4_500,
    })
    expect((await journalOf(shopper))[0]).toMatchObject({ kind: "earn", expires_at: null })
    expect(await accountOf(shopper)).toMatchObject({ expiring: [] })
  })

  it("are pending for as many days as the program says", async () => {
    await setProgram(market.merchant, "nok", { earn_on: "order_placed", pending_days: 14 })
    const shopper = await newShopper(market.store)
    const order = await buy(shopper, market, [blanket])
    const { pending_until, transactions } = await expectLoyalty(market.merchant, order, {
      points_earned: 4_500,
    })
    expect(await accountOf(shopper)).toMatchObject({ balance: 4_500, pending: 4_500, available: 0 })
    const earnedAt = new Date(transactions[0]!.occurred_at).getTime()
    expect(new Date(pending_until!).getTime() - earnedAt).toBe(14 * DAY_IN_MS)

    await cancelOrder(market.merchant, order)
    expect(await expectLoyalty(market.merchant, order, { points_earned: 0 })).toMatchObject({
      points_to_earn: 0,
      pending_until: null,
    })
  })

  it("are none while the program is disabled", async () => {
    const program = await setProgram(market.merchant, "nok", { is_enabled: false })
    const order = await buy(await newShopper(market.store), market, [blanket])
    await changeRules(market.merchant, program, { is_enabled: true })
    await completeOrder(market.merchant, order)
    const loyalty = await settle(market.merchant, order)
    expect(movesOf(loyalty)).toEqual([])
    expect(loyalty).toMatchObject({ points_to_earn: 0, earn_on: null })
  })

  it("still come when the program has ended since, and none before it began", async () => {
    const alps = await openMarket(SWITZERLAND)
    const cheese = await stockProduct(alps, 40)
    const shopper = await newShopper(alps.store)
    const before = await buy(shopper, alps, [cheese])
    expect(await settle(alps.merchant, before)).toMatchObject({
      account_id: null,
      customer_id: shopper.id,
      currency_code: "chf",
      points_to_earn: 0,
      earn_on: null,
    })
    await setProgram(alps.merchant, "chf")
    const during = await buy(shopper, alps, [cheese])
    const program = await findProgram(alps.merchant, "chf")
    await alps.merchant.delete(`/admin/loyalty/programs/${program?.id}`)
    const after = await buy(shopper, alps, [cheese])

    for (const order of [before, during, after]) {
      await completeOrder(alps.merchant, order)
    }
    expect(movesOf(await settle(alps.merchant, before))).toEqual([])
    expect(movesOf(await settle(alps.merchant, during))).toEqual(["earn 400"])
    expect(movesOf(await settle(alps.merchant, after))).toEqual([])
  })

  function lifeInDays(earned?: { occurred_at: Date | string; expires_at: Date | string | null }) {
    const [from, to] = [new Date(earned!.occurred_at), new Date(earned!.expires_at!)]
    return Math.round((to.getTime() - from.getTime()) / DAY_IN_MS)
  }
})
