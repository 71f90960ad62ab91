import { DAY_IN_MS } from "../../src/domain/shared/day"
import type { Product } from "../../scripts/seed/products"
import type { LoyaltyLotDTO } from "../../src/modules/loyalty-points/ledger/types"
import { expectCleanAudit } from "../support/audit"
import { buy } from "../support/carts"
import { DENMARK, openMarket, stockProduct, type TestMarket } from "../support/markets"
import {
  cancelOrder,
  capturePayment,
  completeOrder,
  expectLoyalty,
  movesOf,
} from "../support/orders"
import { setProgram } from "../support/programs"
import { accountOf, adjustPoints, newShopper, type Shopper } from "../support/shoppers"
import { queryStore } from "../support/store-database"

/** A blanket of 450.00 earns 4,500 points. */
describe("an order that is canceled", () => {
  let market: TestMarket
  let blanket: Product

  beforeAll(async () => {
    market = await openMarket(DENMARK)
    blanket = await stockProduct(market, 450)
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("gives the points back to where they came from, with their old expiry", async () => {
    await setProgram(market.merchant, "dkk", { maximum_discount: 120 })
    const shopper = await newShopper(market.store)
    const [soon, late] = [inDays(10), inDays(100)]
    await adjustPoints(market.merchant, shopper, 10_000, { expires_at: late })
    await adjustPoints(market.merchant, shopper, 5_000, { expires_at: soon })
    const order = await buy(shopper, market, [blanket], { withPoints: true })
    await expectLoyalty(market.merchant, order, { points_redeemed: 12_000 })
    expect(await lotsOf(shopper)).toEqual([
      { points: 10_000, remaining: 3_000, expires_at: late },
      { points: 5_000, remaining: 0, expires_at: soon },
    ])

    await cancelOrder(market.merchant, order)
    const loyalty = await expectLoyalty(market.merchant, order, { points_redeemed: 0, discount: 0 })
    expect(movesOf(loyalty)).toEqual(["redeem -12000", "redeem_refund 12000"])
    expect(await lotsOf(shopper)).toEqual([
      { points: 5_000, remaining: 5_000, expires_at: soon },
      { points: 10_000, remaining: 10_000, expires_at: late },
    ])
    expect(await accountOf(shopper)).toMatchObject({
      balance: 15_000,
      available: 15_000,
      lifetime_redeemed: 0,
    })
  })

  it("gives expired points back for 30 days", async () => {
    await setProgram(market.merchant, "dkk")
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, 15_000)
    const order = await buy(shopper, market, [blanket], { withPoints: true })
    await expectLoyalty(market.merchant, order, { points_redeemed: 15_000 })
    await queryStore(
      `UPDATE loyalty_lot SET expires_at = now() - interval '1 day'
       WHERE account_no = (SELECT no FROM loyalty_account WHERE customer_id = $1)`,
      [shopper.id]
    )

    await cancelOrder(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_redeemed: 0 })
    const account = await accountOf(shopper)
    expect(account).toMatchObject({ balance: 15_000, available: 15_000 })
    const life = new Date(account.expiring[0]!.expires_at).getTime() - Date.now()
    expect(Math.round(life / DAY_IN_MS)).toBe(30)
  })

  it("takes back the points it earned", async () => {
    await setProgram(market.merchant, "dkk", { earn_on: "order_placed" })
    const shopper = await newShopper(market.store)
    const order = await buy(shopper, market, [blanket])
    await expectLoyalty(market.merchant, order, { points_earned: 4_500 })

    await cancelOrder(market.merchant, order)
    const loyalty = await expectLoyalty(market.merchant, order, { points_earned: 0 })
    expect(movesOf(loyalty)).toEqual(["earn 4500", "earn_reversal -4500"])
    expect(loyalty).toMatchObject({ customer_id: shopper.id, points_to_earn: 0 })
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, lifetime_earned: 0 })
  })

  it("settles both ways, even when its payment was captured", async () => {
    await setProgram(market.merchant, "dkk", { earn_on: "payment_captured" })
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, 15_000)
    const order = await buy(shopper, market, [blanket], { withPoints: true })
    await capturePayment(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })

    await cancelOrder(market.merchant, order)
    const loyalty = await expectLoyalty(market.merchant, order, {
      points_redeemed: 0,
      points_earned: 0,
    })
    expect(movesOf(loyalty).slice(2)).toEqual(["redeem_refund 15000", "earn_reversal -3000"])
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, available: 15_000 })
  })

  it("is no longer canceled once it is completed: what it earned and spent stays", async () => {
    await setProgram(market.merchant, "dkk")
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, 15_000)
    const order = await buy(shopper, market, [blanket], { withPoints: true })
    await completeOrder(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_earned: 3_000 })

    await expect(cancelOrder(market.merchant, order)).rejects.toThrow("Cannot cancel a completed")
    expect(await accountOf(shopper)).toMatchObject({ balance: 3_000, available: 3_000 })
  })

  async function lotsOf(shopper: Shopper) {
    const { id } = await accountOf(shopper)
    const { loyalty_lots } = await market.merchant.mustGet<{ loyalty_lots: LoyaltyLotDTO[] }>(
      `/admin/loyalty/accounts/${id}/lots`
    )
    return loyalty_lots.map(({ points, remaining, expires_at }) => ({
      points,
      remaining,
      expires_at,
    }))
  }

  const inDays = (days: number) => new Date(Date.now() + days * DAY_IN_MS).toISOString()
})
