import type { HttpTypes } from "@medusajs/framework/types"
import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { mustComplete, startTestPayment } from "../support/carts"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { makePromotion } from "../support/promotions"
import { shopperWithPoints } from "../support/shoppers"

describe.each([
  ["include tax", true],
  ["exclude tax", false],
])("the lines of a cart whose prices %s", (_, pricesIncludeTax) => {
  let market: TestMarket
  let throws: Product
  let book: Product
  let cups: Product

  beforeAll(async () => {
    market = await openMarket(
      pricesIncludeTax
        ? country("New Zealand", "nz", "nzd", 15)
        : { ...country("South Africa", "za", "zar", 15), pricesIncludeTax }
    )
    await setProgram(market.merchant, market.plan.currencyCode)
    throws = await stockWithTax("Throw", 115)
    book = await stockWithTax("Book", 46, { discountable: false })
    cups = await stockWithTax("Cup", 33.33)
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("share the discount to the last coin in proportion to what they cost", async () => {
    const shopper = await shopperWithPoints(market, 1234)
    const basket = await Basket.of(
      shopper,
      market,
      [await stockWithTax("Plate", 19.99)],
      [await stockWithTax("Spoon", 7.77), 3],
      [await stockWithTax("Match", 0.05)],
      [await stockWithTax("Jug", 100.01)]
    )
    await basket.openPayment()
    await basket.usePoints()
    const parts = { Plate: 1.72, Spoon: 2.01, Jug: 8.61 }
    await basket.shows({ discount: 12.34, parts, total: 131.02, earns: 1310 })

    const { code } = await makePromotion(market, { type: "percentage", value: 7 })
    await basket.addCoupon(code)
    await basket.shows({ discount: 12.34, parts, total: 120.9848, earns: 1209 })
  })

  it("exclude gift cards and lines that are not discountable from points", async () => {
    const shopper = await shopperWithPoints(market, 50_000)
    const giftCard = await stockGiftCard()
    // Medusa takes no tax on gift cards: without it this one costs 200.00.
    const others = 46 + (pricesIncludeTax ? 230 : 200)
    const basket = await Basket.of(shopper, market, [throws], [book], [giftCard])
    await basket.openPayment()
    await basket.usePoints()
    await basket.shows({ discount: 115, points: 11_500, parts: { Throw: 115 }, items: others })

    await basket.remove(throws)
    await basket.shows({ discount: 0, items: others, reasons: ["nothing_to_discount"], earns: 460 })
    await basket.add(throws, 2)
    await basket.shows({ discount: 230, parts: { Throw: 230 }, items: others, earns: 460 })
  })

  it("are paid off to the last fraction of a coin when the points are worth them", async () => {
    const shopper = await shopperWithPoints(market, 20_000)
    const { code } = await makePromotion(market, { type: "percentage", value: 10 })
    const basket = await Basket.of(shopper, market, [cups, 3])
    await basket.openPayment()
    await basket.addCoupon(code)
    await basket.shows({ discount: 0, items: 89.991 })
    await basket.usePoints()
    await basket.shows({ discount: 89.99, points: 8999, items: 0, total: 0, earns: 0 })
    await basket.deliver()
    const delivery = pricesIncludeTax ? 15 : 17.25
    await basket.shows({ discount: 89.99, items: 0, delivery, total: delivery })

    await startTestPayment(shopper.client, basket)
    const { id } = await mustComplete(shopper.client, basket)
    const { order } = await market.merchant.mustGet<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${id}`
    )
    expect(order.item_total).toBe(0)
    expect(order.total).toBeCloseTo(delivery, 9)
  })

  it("leave the fractions to pay when the points are worth one coin less", async () => {
    const shopper = await shopperWithPoints(market, 8998)
    const { code } = await makePromotion(market, { type: "percentage", value: 10 })
    const basket = await Basket.of(shopper, market, [cups, 3])
    await basket.addCoupon(code)
    await basket.usePoints()
    await basket.shows({ discount: 89.98, points: 8998, items: 0.011, total: 0.011 })
  })

  it("keep the points that they do not cost", async () => {
    const shopper = await shopperWithPoints(market, 50_000)
    const basket = await Basket.of(shopper, market, [throws], [cups])
    await basket.usePoints()
    await basket.shows({ discount: 148.33, points: 14_833, items: 0, total: 0 })
  })

  /** Stocks a product that costs a price with tax. */
  function stockWithTax(title: string, price: number, options = {}): Promise<Product> {
    const listed = pricesIncludeTax ? price : price / 1.15
    return stockProduct(market, listed, { title, ...options })
  }

  async function stockGiftCard(): Promise<Product> {
    const giftCard = await stockWithTax("Gift card", 230)
    await market.merchant.mustPost(`/admin/products/${giftCard.id}`, { is_giftcard: true })
    return giftCard
  }
})
