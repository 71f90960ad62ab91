import type { Product } from "../../scripts/seed/products"
import type { LoyaltyOrder } from "../../src/api/admin/loyalty/orders/loyalty-order"
import { expectCleanAudit } from "../support/audit"
import { addressIn, Basket } from "../support/basket"
import { mustComplete, startTestPayment } from "../support/carts"
import { eventually } from "../support/eventually"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { adjustPoints, shopperWithPoints, type Shopper } from "../support/shoppers"

/** The rules of the worked example. */
const RULES = { minimum_balance: 5000, minimum_order_total: 400, maximum_discount: 500 }

const CANADA = country("Canada", "ca", "cad", 5)
const GERMANY = { ...country("Deutschland", "de", "eur", 19), pricesIncludeTax: false }
/** Its currency has no program. */
const SINGAPORE = country("Singapore", "sg", "sgd", 9)

describe("a cart that is paid with points", () => {
  let canada: TestMarket
  let throws: Product
  let cups: Product
  let shopper: Shopper

  beforeAll(async () => {
    canada = await openMarket(CANADA)
    await setProgram(canada.merchant, "cad", RULES)
    throws = await stockProduct(canada, 450, {
      title: "Throw",
      prices: { cad: 450, eur: 450, sgd: 450 },
    })
    cups = await stockProduct(canada, 33.33, { title: "Cup" })
  })

  beforeEach(async () => {
    shopper = await shopperWithPoints(canada, 15_000)
  })

  afterAll(() => expectCleanAudit(canada.merchant))

  it("has the right discount at each step of filling and emptying it", async () => {
    const basket = await Basket.of(shopper, canada, [throws])
    await basket.openPayment()
    await basket.shows({ discount: 0, total: 450, earns: 4500 })
    await basket.usePoints()
    await basket.shows({ discount: 150, points: 15_000, total: 300, earns: 3000 })

    await basket.add(cups, 2)
    await basket.shows({ discount: 150, parts: { Throw: 130.65, Cup: 19.35 }, total: 366.66 })
    await basket.setQuantity(throws, 2)
    await basket.shows({ discount: 150, parts: { Throw: 139.66, Cup: 10.34 }, total: 816.66 })
    await basket.remove(cups)
    await basket.shows({ discount: 150, parts: { Throw: 150 }, total: 750 })
    await basket.remove(throws)
    await basket.shows({ discount: 0, parts: {}, total: 0 })
  })

  it("loses the discount while it is too small for points, and gets it back automatically", async () => {
    const basket = await Basket.of(shopper, canada, [throws], [cups])
    await basket.openPayment()
    await basket.usePoints()
    await basket.shows({ discount: 150, total: 333.33 })

    await basket.remove(throws)
    await basket.shows({
      discount: 0,
      points: 0,
      parts: {},
      total: 33.33,
      reasons: ["below_minimum_order_total"],
    })
    await basket.setQuantity(cups, 12)
    await basket.shows({ discount: 0, total: 399.96, reasons: ["below_minimum_order_total"] })
    await basket.setQuantity(cups, 13)
    await basket.shows({ discount: 150, parts: { Cup: 150 }, total: 283.29, reasons: [] })
  })

  it("keeps its discount when address, delivery and e-mail are given and changed", async () => {
    const basket = await Basket.of(shopper, canada, [throws])
    await basket.openPayment()
    await basket.usePoints()

    await basket.deliver()
    await basket.shows({ discount: 150, items: 300, delivery: 15, total: 315 })
    await basket.deliver()
    await basket.shows({ discount: 150, items: 300, delivery: 15, total: 315 })
    await basket.change({ email: "another@example.com" })
    await basket.shows({ discount: 150, total: 315 })
    await basket.change({ shipping_address: { ...addressIn(canada), city: "Elsewhere" } })
    await basket.shows({ discount: 150, total: 315 })
    await basket.dropPoints()
    await basket.shows({ discount: 0, total: 465 })
  })

  it("follows the shopper to other countries and currencies, and back", async () => {
    const germany = await openMarket(GERMANY)
    await setProgram(germany.merchant, "eur", { ...RULES, point_value: 0.02 })
    const basket = await Basket.of(shopper, canada, [throws])
    await basket.openPayment()
    await basket.usePoints()
    await basket.deliver()
    await basket.shows({ discount: 150, total: 315 })

    await basket.moveTo(germany)
    await basket.shows({ discount: 300, points: 15_000, items: 235.5, reasons: [] })
    await basket.moveTo(await openMarket(SINGAPORE))
    await basket.shows({ discount: 0, items: 450, reasons: ["no_program_for_currency"] })
    await basket.moveTo(canada)
    await basket.shows({ discount: 150, items: 300, reasons: [] })
    await basket.deliver()
    await basket.shows({ discount: 150, total: 315 })
  })

  it("becomes an order in the currency that it was moved to", async () => {
    const germany = await openMarket(GERMANY)
    await setProgram(germany.merchant, "eur", RULES)
    const basket = await Basket.of(shopper, canada, [throws])
    await basket.usePoints()
    await basket.moveTo(germany)
    await basket.deliver(germany)
    await startTestPayment(shopper.client, basket)
    const order = await mustComplete(shopper.client, basket)

    await eventually(async () => {
      const { loyalty_order } = await germany.merchant.mustGet<{ loyalty_order: LoyaltyOrder }>(
        `/admin/loyalty/orders/${order.id}`
      )
      expect(loyalty_order).toMatchObject({
        redemption: { status: "captured", points: 15_000, discount: 150, currency_code: "eur" },
        discount: 150,
      })
    })
  })

  it("never has the discount twice, however often and however fast points are asked for", async () => {
    const basket = await Basket.of(shopper, canada, [throws], [cups])
    await basket.openPayment()
    await basket.usePoints()
    await basket.usePoints(15_000)
    await basket.usePoints()
    await basket.shows({ discount: 150, total: 333.33 })

    await Promise.all([basket.usePoints(), basket.usePoints(15_000), basket.usePoints()])
    await basket.shows({ discount: 150, total: 333.33 })
  })

  it("gives a discount for the remaining points when the merchant takes some", async () => {
    const basket = await Basket.of(shopper, canada, [throws])
    await basket.openPayment()
    await basket.usePoints()

    await adjustPoints(canada.merchant, shopper, -7000)
    await basket.comeBack()
    await basket.shows({ discount: 80, points: 8000, total: 370 })
    await adjustPoints(canada.merchant, shopper, -3001)
    await basket.comeBack()
    await basket.shows({ discount: 0, total: 450, reasons: ["below_minimum_balance"] })
    await adjustPoints(canada.merchant, shopper, 20_000)
    await basket.comeBack()
    await basket.shows({ discount: 150, points: 15_000, total: 300, reasons: [] })
  })

  it("loses the discount while the program is switched off", async () => {
    const basket = await Basket.of(shopper, canada, [throws])
    await basket.openPayment()
    await basket.usePoints()
    try {
      await setProgram(canada.merchant, "cad", { ...RULES, is_enabled: false })
      await basket.comeBack()
      await basket.shows({ discount: 0, total: 450, reasons: ["program_disabled"], earns: 0 })
    } finally {
      await setProgram(canada.merchant, "cad", RULES)
    }
    await basket.comeBack()
    await basket.shows({ discount: 150, total: 300, reasons: [] })
  })
})
