import type { MarketPlan } from "../../scripts/seed/market"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { mustComplete, startTestPayment } from "../support/carts"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { expectLoyalty } from "../support/orders"
import { setProgram, type Rules } from "../support/programs"
import { makePromotion } from "../support/promotions"
import { shopperWithPoints } from "../support/shoppers"

const net = (plan: MarketPlan): MarketPlan => ({ ...plan, pricesIncludeTax: false })

describe("a shop that sells in many currencies and taxes", () => {
  const open: TestMarket[] = []

  afterAll(() => expectCleanAudit(open[0]!.merchant))

  it.each([
    ["Ukraine, 20 % VAT included", country("Україна", "ua", "uah", 20), 449.99, 449.99],
    ["Bulgaria, 20 % VAT on top", net(country("Bulgaria", "bg", "bgn", 20)), 449.99, 539.988],
    ["Turkey, no tax", country("Türkiye", "tr", "try", 0), 449.99, 449.99],
    ["Mexico, 14.975 % on top", net(country("Mexico", "mx", "mxn", 14.975)), 100, 114.975],
  ])("takes exactly the discount off the amount to pay: %s", async (_, plan, price, toPay) => {
    const market = await openWith(plan)
    const shopper = await shopperWithPoints(market, 4321)
    const basket = await Basket.of(shopper, market, [await stockProduct(market, price)])
    await basket.openPayment()
    await basket.shows({ items: toPay, total: toPay })
    await basket.usePoints()
    await basket.shows({
      discount: 43.21,
      items: round(toPay - 43.21),
      total: round(toPay - 43.21),
    })
    await basket.usePoints(1)
    await basket.shows({ discount: 0.01, total: round(toPay - 0.01) })
  })

  it("takes exactly the discount off when taxes are computed at the end", async () => {
    const uruguay = await openWith(net(country("Uruguay", "uy", "uyu", 18)))
    await uruguay.merchant.mustPost(`/admin/regions/${uruguay.regionId}`, {
      automatic_taxes: false,
    })
    const shopper = await shopperWithPoints(uruguay, 15_000)
    const basket = await Basket.of(shopper, uruguay, [await stockProduct(uruguay, 450)])
    await basket.usePoints()
    await basket.shows({ discount: 150, total: 300 })
    await shopper.client.mustPost(`/store/carts/${basket.id}/taxes`)
    await basket.shows({ discount: 150, total: 381 })
    await basket.dropPoints()
    await basket.shows({ discount: 0, total: 531 })
  })

  it("pays in whole yen", async () => {
    const japan = await openWith(country("日本", "jp", "jpy", 10), { point_value: 0.5 })
    const shopper = await shopperWithPoints(japan, 1001)
    const basket = await Basket.of(
      shopper,
      japan,
      [await stockProduct(japan, 4980, { title: "Kettle" })],
      [await stockProduct(japan, 333, { title: "Bowl" }), 2],
      [await stockProduct(japan, 101, { title: "Chopsticks" })]
    )
    await basket.openPayment()
    await basket.usePoints()
    const parts = { Kettle: 433, Bowl: 58, Chopsticks: 9 }
    await basket.shows({ discount: 500, points: 1000, parts, total: 5247, earns: 52_470 })
    await basket.usePoints(101)
    await basket.shows({ discount: 50, points: 100, total: 5697 })

    const { code } = await makePromotion(japan, { type: "percentage", value: 7 })
    await basket.addCoupon(code)
    await basket.usePoints()
    await basket.shows({ discount: 500, points: 1000, parts, total: 4844.71 })
  })

  it("pays off an order whose yen have fractions", async () => {
    const japan = await openWith(country("日本", "jp", "jpy", 10), { point_value: 1 })
    const shopper = await shopperWithPoints(japan, 1000)
    const { code } = await makePromotion(japan, { type: "percentage", value: 7 })
    const basket = await Basket.of(shopper, japan, [await stockProduct(japan, 333), 3])
    await basket.addCoupon(code)
    await basket.shows({ items: 929.07 })
    await basket.usePoints()
    await basket.shows({ discount: 929, points: 929, items: 0, total: 0 })
  })

  it("pays in thousandths of a dinar, and the order shows how many", async () => {
    const kuwait = await openWith(net(country("Kuwait", "kw", "kwd", 5)), { point_value: 0.001 })
    const shopper = await shopperWithPoints(kuwait, 1234)
    const basket = await Basket.of(
      shopper,
      kuwait,
      [await stockProduct(kuwait, 12.345, { title: "Coffee pot" })],
      [await stockProduct(kuwait, 0.777, { title: "Cup" }), 3]
    )
    await basket.openPayment()
    await basket.usePoints()
    const parts = { "Coffee pot": 1.038, Cup: 0.196 }
    await basket.shows({ discount: 1.234, points: 1234, parts, items: 14.1758, total: 14.1758 })
    await basket.deliver()
    await startTestPayment(shopper.client, basket)
    const order = await mustComplete(shopper.client, basket)
    const { redemption } = await expectLoyalty(kuwait.merchant, order, {
      points_redeemed: 1234,
      discount: 1.234,
    })
    expect(redemption).toMatchObject({ points: 1234, discount: 1.234, currency_code: "kwd" })
  })

  async function openWith(plan: MarketPlan, rules: Rules = {}): Promise<TestMarket> {
    const market = await openMarket(plan)
    open.push(market)
    await setProgram(market.merchant, plan.currencyCode, rules)
    return market
  }
})

function round(amount: number): number {
  return Number(amount.toFixed(6))
}
