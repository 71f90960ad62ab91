import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { mustComplete, startTestPayment } from "../support/carts"
import { eventually } from "../support/eventually"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { setProgram, type Rules } from "../support/programs"
import {
  accountOf,
  adjustPoints,
  newShopper,
  shopperWithPoints,
  type Shopper,
} from "../support/shoppers"
import { expirePointsOf } from "../support/store-database"
import { onStoreLedger } from "../support/store-ledger"

const HOUR = 3_600_000

/** The rules of the worked example; prices include 20 % VAT, whose division leaves a residue. */
const RULES = { minimum_balance: 5000, minimum_order_total: 400, maximum_discount: 500 }

describe("whether a shopper can pay with points", () => {
  let britain: TestMarket
  let shopper: Shopper
  const products = new Map<number, Product>()

  beforeAll(async () => {
    britain = await openMarket(country("United Kingdom", "gb", "gbp", 20))
    shopper = await newShopper(britain.store)
  })

  beforeEach(() => setProgram(britain.merchant, "gbp", RULES))

  afterAll(() => expectCleanAudit(britain.merchant))

  describe("by the points they have", () => {
    it.each([
      [4999, "You need at least 5,000 points to pay with points; you have 4,999."],
      [0, "You need at least 5,000 points to pay with points; you have 0."],
    ])("with %d points they cannot, and see how many they need", async (points, message) => {
      await givePoints(points)
      const basket = await basketOf(450)
      expect(await basket.quote()).toMatchObject({
        eligible: false,
        reasons: [{ code: "below_minimum_balance", message }],
        available: points,
        max_points: 0,
        max_discount: 0,
      })
      await expectRefused(basket, "below_minimum_balance", message)
    })

    it.each([
      [5000, 50],
      [5001, 50.01],
    ])("with %d points they can pay %d", async (points, worth) => {
      await givePoints(points)
      const basket = await basketOf(450)
      await basket.usePoints()
      await basket.shows({ discount: worth, points, reasons: [] })
    })

    it("with no points at all they see that they have none yet", async () => {
      await setProgram(britain.merchant, "gbp", { minimum_balance: 0 })
      await givePoints(0)
      const basket = await basketOf(450)
      await expectRefused(basket, "no_points", "You have no points to pay with yet.")
    })
  })

  describe("by what the order costs", () => {
    beforeAll(() => givePoints(15_000))

    it.each([
      [399.99, "add 0.01 GBP more."],
      [100, "add 300.00 GBP more."],
    ])("an order of %d is too small, and they see what is missing", async (price, missing) => {
      const basket = await basketOf(price)
      const message = `Points can be used on orders of 400.00 GBP or more; ${missing}`
      expect(await basket.quote()).toMatchObject({
        eligible: false,
        reasons: [{ code: "below_minimum_order_total", message }],
        order_total: price,
      })
      await expectRefused(basket, "below_minimum_order_total", message)
    })

    it.each([400, 400.01])("an order of %d is large enough", async (price) => {
      const basket = await basketOf(price)
      await basket.usePoints()
      await basket.shows({ discount: 150, items: (price * 100 - 15_000) / 100, reasons: [] })
    })

    it("delivery does not make an order large enough", async () => {
      const basket = await basketOf(399.99)
      await basket.deliver()
      expect(await basket.quote()).toMatchObject({ eligible: false, order_total: 399.99 })
    })

    it("all reasons are given when there are several", async () => {
      const poor = await shopperWithPoints(britain, 100)
      const basket = await basketOf(100, poor)
      const { reasons } = await basket.quote()
      expect(reasons.map(({ code }) => code)).toEqual([
        "below_minimum_balance",
        "below_minimum_order_total",
      ])
      const { body } = await basket.askForPoints()
      reasons.forEach(({ message }) => expect(body.message).toContain(message))
    })
  })

  describe("up to what the merchant allows", () => {
    const most = { maximum_discount: null, maximum_discount_percent: 80 }
    const all = { maximum_discount: null, maximum_discount_percent: 100 }
    const limits: [points: number, limit: string, rules: Rules, saved: number][] = [
      [49_999, "500.00", {}, 499.99],
      [50_000, "500.00", {}, 500],
      [50_001, "500.00", {}, 500],
      [90_000, "500.00", {}, 500],
      [90_000, "500.00 and 25 %", { maximum_discount_percent: 25 }, 250.25],
      [90_000, "500.00 and 12.5 %", { maximum_discount_percent: 12.5 }, 125.12],
      [90_000, "500.00 and 50 %", { maximum_discount_percent: 50 }, 500],
      [90_000, "80 %", most, 800.8],
      [200_000, "100 %", all, 1001],
    ]

    it.each(limits)(
      "%d points save, of an order of 1,001.00 and with a limit of %s, what fits it",
      async (points, _, rules, saved) => {
        await setProgram(britain.merchant, "gbp", { ...RULES, ...rules })
        await givePoints(points)
        const basket = await basketOf(1001)
        const { loyalty_quote } = await basket.usePoints()
        expect(loyalty_quote.max_discount).toBe(saved)
        expect(loyalty_quote.max_points).toBe(loyalty_quote.points_applied)
        await basket.shows({ discount: saved, points: Math.round(saved * 100), reasons: [] })
      }
    )

    it.each([
      ["0.00", { maximum_discount: 0 }],
      ["0 %", { maximum_discount_percent: 0 }],
    ])(
      "points save nothing with a limit of %s, and the shopper sees the reason",
      async (_, rules) => {
        await setProgram(britain.merchant, "gbp", { ...RULES, ...rules })
        await givePoints(15_000)
        const message = "Nothing in this order can be paid with points."
        await expectRefused(await basketOf(450), "nothing_to_discount", message)
      }
    )
  })

  describe("as long as the points live", () => {
    it("they cannot be spent from the very instant of their expiry", async () => {
      const member = await newShopper(britain.store)
      const expiry = Date.now() + HOUR
      await giveUntil(member, 15_000, expiry)
      const { id } = await accountOf(member)
      await onStoreLedger(async ({ accounts }) => {
        const availableAt = async (time: number) =>
          (await accounts.byId(id, new Date(time)))?.available
        expect(await availableAt(expiry - 1)).toBe(15_000)
        expect(await availableAt(expiry)).toBe(0)
      })
    })

    it("the shopper's cart offers them until then, and no request after", async () => {
      const member = await newShopper(britain.store)
      const basket = await basketOf(450, member)
      const expiry = Date.now() + 3000
      await giveUntil(member, 15_000, expiry)
      const wrong: unknown[] = []
      await eventually(async () => {
        const asked = Date.now()
        const { available } = await basket.quote()
        const expected = [...(Date.now() < expiry ? [15_000] : []), ...(asked >= expiry ? [0] : [])]
        wrong.push(...expected.filter((points) => points !== available))
        expect(available).toBe(0)
      })
      expect(wrong).toEqual([])
    })

    it("a discount ends when its points expire", async () => {
      const member = await shopperWithPoints(britain, 15_000)
      const basket = await basketOf(450, member)
      await basket.usePoints()
      await basket.shows({ discount: 150, total: 300 })
      await expirePointsOf((await accountOf(member)).id)
      await basket.comeBack()
      await basket.shows({ discount: 0, total: 450, reasons: ["below_minimum_balance"] })
      expect(await accountOf(member)).toMatchObject({ available: 0, held: 0 })
    })

    it("of several lots only living ones count", async () => {
      const member = await newShopper(britain.store)
      await giveUntil(member, 9000, Date.now() - HOUR)
      await adjustPoints(britain.merchant, member, 6000)
      const basket = await basketOf(450, member)
      await basket.usePoints()
      await basket.shows({ discount: 60, points: 6000 })
    })
  })

  describe("by the program", () => {
    beforeAll(() => givePoints(15_000))

    it("not while it is switched off", async () => {
      await setProgram(britain.merchant, "gbp", { ...RULES, is_enabled: false })
      const basket = await basketOf(450)
      expect(await basket.quote()).toMatchObject({ eligible: false, points_to_earn: 0 })
      await expectRefused(
        basket,
        "program_disabled",
        "Paying with points is not available at the moment."
      )
    })

    it("not in a currency that has none", async () => {
      const singapore = await openMarket(country("Singapore", "sg", "sgd", 9))
      const product = await stockProduct(singapore, 450)
      const basket = await Basket.of(shopper, singapore, [product])
      const message = "Points cannot be used in SGD."
      expect(await basket.quote()).toMatchObject({
        eligible: false,
        reasons: [{ code: "no_program_for_currency", message }],
        points_to_earn: 0,
        currency_code: "sgd",
      })
      await expectRefused(basket, "no_program_for_currency", message)
    })
  })

  it("not on a cart that has become an order", async () => {
    await givePoints(15_000)
    const basket = await basketOf(450)
    await basket.deliver()
    await startTestPayment(shopper.client, basket)
    await mustComplete(shopper.client, basket)

    const refusal = { status: 400, body: { message: `Cart ${basket.id} is already completed` } }
    expect(await basket.askForPoints(100)).toMatchObject(refusal)
    expect(await basket.askForPoints()).toMatchObject(refusal)
    expect(await basket.dropPoints()).toMatchObject(refusal)
    expect(await accountOf(shopper)).toMatchObject({ available: 15_000 })
  })

  /** Gives or takes until the shopper has this many points. */
  async function givePoints(points: number): Promise<void> {
    const { available } = await accountOf(shopper)
    if (available !== points) {
      await adjustPoints(britain.merchant, shopper, points - available)
    }
  }

  async function basketOf(price: number, owner = shopper): Promise<Basket> {
    const product = products.get(price) ?? (await stockProduct(britain, price))
    products.set(price, product)
    return Basket.of(owner, britain, [product])
  }

  /** Yesterday the member got points that live until some instant, also one that has passed. */
  async function giveUntil({ id }: Shopper, points: number, expiry: number): Promise<void> {
    const yesterday = new Date(Date.now() - 24 * HOUR)
    const expires_at = new Date(expiry)
    await onStoreLedger(async ({ accounts, ledger }) => {
      const account = await accounts.ensure(id, yesterday)
      await ledger.credit({ account_id: account.id, kind: "bonus", points, expires_at }, yesterday)
    })
  }

  async function expectRefused(basket: Basket, code: string, message: string): Promise<void> {
    expect(await basket.askForPoints()).toMatchObject({
      status: 400,
      body: { type: "not_allowed", code, message },
    })
    await basket.shows({ discount: 0, points: 0, parts: {}, reasons: [code] })
  }
})
