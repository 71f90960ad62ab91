import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { buy } from "../support/carts"
import { CZECHIA, openMarket, stockProduct, type TestMarket } from "../support/markets"
import {
  changeUnheard,
  completeOrder,
  expectLoyalty,
  loyaltyOf,
  movesOf,
  settle,
} from "../support/orders"
import { setProgram } from "../support/programs"
import { accountOf, shopperWithPoints } from "../support/shoppers"
import { queryStore } from "../support/store-database"

/** A blanket of 450.00, paid with 15,000 points, earns 3,000. */
describe("settling an order again", () => {
  let market: TestMarket
  let blanket: Product

  beforeAll(async () => {
    market = await openMarket(CZECHIA)
    await setProgram(market.merchant, "czk")
    blanket = await stockProduct(market, 450)
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("changes nothing when the ledger is right", async () => {
    const { order, shopper } = await boughtWithPoints()
    await completeOrder(market.merchant, order)
    const settled = await expectLoyalty(market.merchant, order, { points_earned: 3_000 })
    expect(await settle(market.merchant, order)).toEqual(settled)
    expect(await settle(market.merchant, order)).toEqual(settled)
    expect(await accountOf(shopper)).toMatchObject({ balance: 3_000 })
  })

  it("ten times at once writes what was missing once", async () => {
    const { order, shopper } = await boughtWithPoints()
    await changeUnheard(order, "completed")
    expect(await loyaltyOf(market.merchant, order)).toMatchObject({ points_earned: 0 })

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => settle(market.merchant, order))
    )
    expect(answers.map(movesOf)).toEqual(
      Array.from({ length: 10 }, () => ["redeem -15000", "earn 3000"])
    )
    expect(await accountOf(shopper)).toMatchObject({ balance: 3_000 })
  })

  it("makes up for a lost cancellation event", async () => {
    const { order, shopper } = await boughtWithPoints()
    await completeOrder(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_earned: 3_000 })
    await changeUnheard(order, "canceled")

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => settle(market.merchant, order))
    )
    answers.forEach((answer) =>
      expect(answer).toMatchObject({ points_earned: 0, points_redeemed: 0, discount: 0 })
    )
    expect(movesOf(await loyaltyOf(market.merchant, order))).toEqual([
      "redeem -15000",
      "earn 3000",
      "redeem_refund 15000",
      "earn_reversal -3000",
    ])
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, available: 15_000 })
  })

  it("leaves the points of a transferred order with the shopper who earned them", async () => {
    const { order, shopper } = await boughtWithPoints()
    await completeOrder(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_earned: 3_000 })
    const heir = await shopperWithPoints(market, 100)
    await queryStore(`UPDATE "order" SET customer_id = $1 WHERE id = $2`, [heir.id, order.id])
    await settle(market.merchant, order)
    const { id: account_id, balance } = await accountOf(shopper)
    expect(balance).toBe(3_000)
    expect(await loyaltyOf(market.merchant, order)).toMatchObject({
      account_id,
      customer_id: shopper.id,
    })

    await changeUnheard(order, "canceled")
    await settle(market.merchant, order)
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000 })
    expect(await accountOf(heir)).toMatchObject({ balance: 100 })
  })

  it("answers 404 for an unknown order", async () => {
    for (const path of ["order_unknown", "order_unknown/settle"]) {
      const answer = path.endsWith("settle")
        ? await market.merchant.post(`/admin/loyalty/orders/${path}`)
        : await market.merchant.get(`/admin/loyalty/orders/${path}`)
      expect(answer).toMatchObject({
        status: 404,
        body: { type: "not_found", message: expect.stringContaining("order_unknown") },
      })
    }
  })

  async function boughtWithPoints() {
    const shopper = await shopperWithPoints(market, 15_000)
    const order = await buy(shopper, market, [blanket], { withPoints: true })
    await expectLoyalty(market.merchant, order, { points_redeemed: 15_000 })
    return { shopper, order }
  }
})
