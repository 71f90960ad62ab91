import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { makePromotion } from "../support/promotions"
import { accountOf, shopperWithPoints, type Shopper } from "../support/shoppers"

const RULES = { minimum_balance: 5000, minimum_order_total: 400, maximum_discount: 100 }

/** A cart of 450.00, of which points pay at most 100.00. */
describe("requesting points on a cart", () => {
  let america: TestMarket
  let throws: Product
  let shopper: Shopper
  let basket: Basket

  beforeAll(async () => {
    america = await openMarket(country("United States", "us", "usd", 7.25))
    await setProgram(america.merchant, "usd", RULES)
    throws = await stockProduct(america, 450, { title: "Throw" })
    shopper = await shopperWithPoints(america, 15_000)
  })

  beforeEach(async () => {
    basket = await Basket.of(shopper, america, [throws])
  })

  afterAll(() => expectCleanAudit(america.merchant))

  it("shows what is possible before anything is requested, and changes nothing", async () => {
    const before = await basket.cart()
    expect(await basket.quote()).toEqual({
      eligible: true,
      reasons: [],
      available: 15_000,
      order_total: 450,
      max_points: 10_000,
      max_discount: 100,
      points_requested: 0,
      points_applied: 0,
      discount: 0,
      points_to_earn: 4500,
      currency_code: "usd",
    })
    expect(await basket.cart()).toEqual(before)
  })

  it("uses as many as the rules allow when no number is given", async () => {
    const { cart, loyalty_quote } = await basket.usePoints()
    expect(cart).toMatchObject({ id: basket.id, total: 350, discount_total: 100 })
    expect(loyalty_quote).toMatchObject({
      points_requested: 15_000,
      points_applied: 10_000,
      discount: 100,
    })
    expect(await basket.quote()).toEqual(loyalty_quote)
  })

  it("uses what was requested, and the next request replaces the last", async () => {
    await basket.openPayment()
    await basket.usePoints(5000)
    await basket.shows({ discount: 50, points: 5000, total: 400 })
    await basket.usePoints(1234)
    await basket.shows({ discount: 12.34, points: 1234, total: 437.66 })
    await basket.usePoints(1)
    await basket.shows({ discount: 0.01, points: 1, total: 449.99 })
    await basket.usePoints()
    await basket.shows({ discount: 100, points: 10_000, total: 350 })
  })

  it("lowers a request to what the rules allow, and says so", async () => {
    const { loyalty_quote } = await basket.usePoints(10_001)
    expect(loyalty_quote).toMatchObject({ points_requested: 10_001, points_applied: 10_000 })
    await basket.shows({ discount: 100, points: 10_000, total: 350 })
  })

  it("gives the rest of a lowered request when the rules allow more", async () => {
    await basket.usePoints(12_000)
    await basket.shows({ discount: 100, points: 10_000 })
    try {
      await setProgram(america.merchant, "usd", { ...RULES, maximum_discount: 500 })
      await basket.comeBack()
      await basket.shows({ discount: 120, points: 12_000 })
    } finally {
      await setProgram(america.merchant, "usd", RULES)
    }
  })

  it("takes the fewest points that cover the discount", async () => {
    try {
      await setProgram(america.merchant, "usd", { ...RULES, point_value: 0.003 })
      await basket.usePoints(5)
      // 5 points are worth 0.015: one cent, for which 4 are enough.
      await basket.shows({ discount: 0.01, points: 4, total: 449.99 })
      await basket.usePoints(5000)
      await basket.shows({ discount: 15, points: 5000, total: 435 })
    } finally {
      await setProgram(america.merchant, "usd", RULES)
    }
  })

  it("refuses more points than the shopper has, and leaves the cart as it was", async () => {
    await basket.usePoints(5000)
    expect(await basket.askForPoints(15_001)).toMatchObject({
      status: 400,
      body: {
        type: "invalid_data",
        message: expect.stringMatching(/^points: .*15,001.*15,000/) as unknown,
      },
    })
    await basket.shows({ discount: 50, points: 5000, total: 400 })
  })

  it.each([[0], [-5], [1.5], ["5000"], [null], [true], [1e300], [[5000]]])(
    "refuses %j points with the field's name",
    async (points) => {
      const { status, body } = await basket.askForPoints(points)
      expect({ status, body }).toMatchObject({ status: 400, body: { type: "invalid_data" } })
      expect(body.message).toContain("points")
      await basket.shows({ discount: 0, points: 0, total: 450 })
    }
  )

  it("takes the points off again, even when there are none", async () => {
    await basket.openPayment()
    await basket.usePoints()
    const dropped = await basket.dropPoints()
    expect(dropped).toMatchObject({
      status: 200,
      body: { cart: { id: basket.id, total: 450 }, loyalty_quote: { points_requested: 0 } },
    })
    await basket.shows({ discount: 0, points: 0, total: 450 })
    expect(await basket.dropPoints()).toMatchObject({ status: 200, body: { cart: { total: 450 } } })
    await basket.comeBack()
    await basket.shows({ discount: 0, points: 0, total: 450 })
  })

  it("leaves the points with the shopper: an abandoned cart locks none", async () => {
    await basket.usePoints()
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 0, available: 15_000 })
    const another = await Basket.of(shopper, america, [throws])
    await another.usePoints()
    await another.shows({ discount: 100 })
    await basket.shows({ discount: 100 })
  })

  it("answers with the cart fields that the shop requests", async () => {
    const path = `/store/carts/${basket.id}/loyalty-points?fields=id,total`
    const { body } = await shopper.client.post<{ cart: object }>(path)
    expect(body.cart).toEqual(expect.objectContaining({ id: basket.id, total: 350 }))
    expect(body.cart).not.toHaveProperty("region_id")
  })

  it("earns on what is paid with money, after coupon and points", async () => {
    const { code } = await makePromotion(america, { type: "percentage", value: 10 })
    await basket.addCoupon(code)
    await basket.usePoints()
    await basket.shows({ discount: 100, items: 305, earns: 3050 })
    const rules = { ...RULES, earning_basis: "subtotal" }
    try {
      // 305.00 is 284.38… without tax, and 2,843.82… points.
      await setProgram(america.merchant, "usd", rules)
      await basket.shows({ earns: 2843 })
      await setProgram(america.merchant, "usd", { ...rules, rounding: "ceil" })
      await basket.shows({ earns: 2844 })
      await setProgram(america.merchant, "usd", { ...rules, rounding: "round" })
      await basket.shows({ earns: 2844 })
    } finally {
      await setProgram(america.merchant, "usd", RULES)
    }
  })
})
