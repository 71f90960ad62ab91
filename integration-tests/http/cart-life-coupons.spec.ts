import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { makePromotion, type PromotionPlan } from "../support/promotions"
import { shopperWithPoints, type Shopper } from "../support/shoppers"

/** Points pay 150.00 of a cart of 600.00; the minimum order is 400.00. */
const RULES = { minimum_balance: 5000, minimum_order_total: 400, maximum_discount: 500 }

describe("a cart that is paid with points and has a coupon", () => {
  let australia: TestMarket
  let throws: Product
  let bowls: Product
  let shopper: Shopper
  let basket: Basket

  beforeAll(async () => {
    australia = await openMarket(country("Australia", "au", "aud", 10))
    throws = await stockProduct(australia, 450, { title: "Throw" })
    bowls = await stockProduct(australia, 150, { title: "Bowl" })
  })

  beforeEach(async () => {
    await setProgram(australia.merchant, "aud", RULES)
    shopper = await shopperWithPoints(australia, 15_000)
    basket = await Basket.of(shopper, australia, [throws], [bowls])
    await basket.openPayment()
  })

  afterAll(() => expectCleanAudit(australia.merchant))

  const coupons: [string, PromotionPlan, { total: number; withPoints: number }][] = [
    ["10 %", { type: "percentage", value: 10 }, { total: 540, withPoints: 390 }],
    ["66.00 net", { type: "fixed", value: 66 }, { total: 527.4, withPoints: 377.4 }],
    [
      "60.00 with tax",
      { type: "fixed", value: 60, isTaxInclusive: true },
      { total: 540, withPoints: 390 },
    ],
    [
      "10 % off the whole order",
      { type: "percentage", value: 10, target: "order" },
      { total: 540, withPoints: 390 },
    ],
  ]

  it.each(coupons)(
    "comes to the same whether the coupon of %s or the points came first",
    async (_, plan, { total, withPoints }) => {
      const { code } = await makePromotion(australia, plan)
      await basket.addCoupon(code)
      await basket.shows({ discount: 0, total })
      await basket.usePoints()
      await basket.shows({ discount: 150, parts: { Throw: 112.5, Bowl: 37.5 }, total: withPoints })
      await basket.removeCoupon(code)
      await basket.shows({ discount: 150, parts: { Throw: 112.5, Bowl: 37.5 }, total: 450 })

      await basket.addCoupon(code)
      await basket.shows({ discount: 150, parts: { Throw: 112.5, Bowl: 37.5 }, total: withPoints })
      await basket.dropPoints()
      await basket.shows({ discount: 0, parts: {}, total })
    }
  )

  it("has both discounts when the merchant starts a promotion that needs no code", async () => {
    await basket.usePoints()
    const promotion = await makePromotion(australia, {
      type: "percentage",
      value: 20,
      automaticFor: shopper.id,
    })
    try {
      await basket.setQuantity(bowls, 2)
      await basket.shows({ discount: 150, total: 450 })
      await basket.dropPoints()
      await basket.shows({ discount: 0, total: 600 })
      await basket.usePoints()
      await basket.shows({ discount: 150, total: 450 })
    } finally {
      await promotion.end()
    }
    await basket.setQuantity(bowls, 1)
    await basket.shows({ discount: 150, total: 450 })
  })

  it("applies points last, after two coupons and free delivery", async () => {
    const tenth = await makePromotion(australia, { type: "percentage", value: 10 })
    const fixed = await makePromotion(australia, { type: "fixed", value: 40, isTaxInclusive: true })
    const delivery = await makePromotion(australia, {
      type: "percentage",
      value: 100,
      target: "shipping_methods",
    })
    await basket.deliver()
    await basket.addCoupon(tenth.code)
    await basket.usePoints()
    await basket.addCoupon(delivery.code)
    await basket.shows({ discount: 150, items: 390, delivery: 0, total: 390 })
    await basket.addCoupon(fixed.code)
    await basket.shows({ discount: 150, delivery: 0, total: 354 })
    await basket.removeCoupon(tenth.code)
    await basket.shows({ discount: 150, delivery: 0, total: 410 })
  })

  it("keeps its discount when a coupon is mistyped", async () => {
    await basket.usePoints()
    expect(await tryCoupon("NO-SUCH-CODE")).toMatchObject({ status: 400 })
    await basket.shows({ discount: 150, total: 450 })
  })

  it("does not mistake the points' adjustments for a coupon", async () => {
    await basket.usePoints()
    const code = "15\u202f000\u00a0points"
    expect(await tryCoupon(code)).toMatchObject({ status: 400 })
    await basket.shows({ discount: 150, total: 450 })
    await basket.removeCoupon(code)
    await basket.shows({ discount: 150, total: 450 })
    await basket.dropPoints()
    expect(await tryCoupon(code)).toMatchObject({ status: 400 })
    await basket.shows({ discount: 0, total: 600 })
  })

  it("loses the points when a coupon makes the order too small for them", async () => {
    const half = await makePromotion(australia, { type: "percentage", value: 50 })
    await basket.usePoints()
    await basket.addCoupon(half.code)
    await basket.shows({ discount: 0, total: 300, reasons: ["below_minimum_order_total"] })
    await basket.removeCoupon(half.code)
    await basket.shows({ discount: 150, total: 450, reasons: [] })
  })

  it("leaves nothing for points to pay when a coupon pays it all", async () => {
    await setProgram(australia.merchant, "aud")
    const all = await makePromotion(australia, { type: "percentage", value: 100 })
    await basket.deliver()
    await basket.usePoints()
    await basket.addCoupon(all.code)
    await basket.shows({ discount: 0, items: 0, total: 15, reasons: ["nothing_to_discount"] })
  })

  describe("in a program whose points do not go with promotions", () => {
    beforeEach(async () => {
      await setProgram(australia.merchant, "aud", { ...RULES, combine_with_promotions: false })
    })

    it("has the coupon and not the points while it has the coupon", async () => {
      const { code } = await makePromotion(australia, { type: "percentage", value: 10 })
      await basket.usePoints()
      await basket.shows({ discount: 150, total: 450 })
      await basket.addCoupon(code)
      await basket.shows({ discount: 0, total: 540, reasons: ["promotions_not_combinable"] })
      expect(await basket.askForPoints()).toMatchObject({
        status: 400,
        body: {
          code: "promotions_not_combinable",
          message: "Points cannot be combined with a promotion.",
        },
      })
      await basket.removeCoupon(code)
      await basket.shows({ discount: 150, total: 450, reasons: [] })
    })

    it("counts free delivery as a promotion", async () => {
      const { code } = await makePromotion(australia, {
        type: "percentage",
        value: 100,
        target: "shipping_methods",
      })
      await basket.deliver()
      await basket.usePoints()
      await basket.addCoupon(code)
      await basket.shows({ discount: 0, total: 600, reasons: ["promotions_not_combinable"] })
    })
  })

  function tryCoupon(code: string) {
    return shopper.client.post(`/store/carts/${basket.id}/promotions`, { promo_codes: [code] })
  }
})
