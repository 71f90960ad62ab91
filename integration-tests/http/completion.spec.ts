import type { Product } from "../../scripts/seed/products"
import type { LoyaltyProgramDTO } from "../../src/modules/loyalty-points/program/types"
import { expectCleanAudit } from "../support/audit"
import {
  applyPoints,
  type Cart,
  cartNow,
  type CartWithQuote,
  complete,
  fillCart,
  mustComplete,
  quoteNow,
  type Refusal,
  startTestPayment,
} from "../support/carts"
import { eventually } from "../support/eventually"
import type { HttpClient } from "../support/http"
import { openMarket, stockProduct, SWEDEN, type TestMarket } from "../support/markets"
import { expectLoyalty, movesOf, orderInAdmin, settle } from "../support/orders"
import { changeRules, setProgram } from "../support/programs"
import {
  accountOf,
  adjustPoints,
  journalOf,
  newShopper,
  type Shopper,
  shopperWithPoints,
} from "../support/shoppers"
import { expirePointsOf, queryStore } from "../support/store-database"

/** A blanket of 450.00 and delivery of 15.00; 15,000 points are 150.00. */
describe("completing a cart that is paid with points", () => {
  let market: TestMarket
  let program: LoyaltyProgramDTO
  let blanket: Product

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
    blanket = await stockProduct(market, 450)
  })

  beforeEach(async () => {
    program = await setProgram(market.merchant, "sek", { maximum_discount: 500 })
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("spends the points once and shows their number on the order", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await cartOf(shopper)
    expect((await applyPoints(shopper.client, cart)).cart.total).toBe(315)
    await startTestPayment(shopper.client, cart)
    const order = await mustComplete(shopper.client, cart)
    expect(order.total).toBe(315)

    const { items, total } = await orderInAdmin(market.merchant, order)
    expect(total).toBe(315)
    expect(items.flatMap(({ adjustments }) => adjustments)).toEqual([
      expect.objectContaining({ code: "15\u202f000\u00a0points", amount: 150 }),
    ])
    const loyalty = await expectLoyalty(market.merchant, order, {
      points_redeemed: 15_000,
      discount: 150,
      points_earned: 0,
    })
    expect(movesOf(loyalty)).toEqual(["redeem -15000"])
    expect(loyalty.redemption).toMatchObject({
      status: "captured",
      target: { type: "cart", id: cart.id },
      cart_id: cart.id,
      order_id: order.id,
      customer_id: shopper.id,
      points_requested: 15_000,
      points: 15_000,
      discount: 150,
      currency_code: "sek",
    })
    expect(await accountOf(shopper)).toMatchObject({
      balance: 0,
      held: 0,
      available: 0,
      lifetime_redeemed: 15_000,
    })
    expect((await journalOf(shopper))[0]).toMatchObject({
      kind: "redeem",
      order_id: order.id,
      cart_id: cart.id,
      program_version: program.version,
    })
  })

  it("takes only the points that the order's limits let it use", async () => {
    await changeRules(market.merchant, program, { maximum_discount: 100 })
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    const order = await mustComplete(shopper.client, cart)
    await expectLoyalty(market.merchant, order, { points_redeemed: 10_000, discount: 100 })
    expect(await accountOf(shopper)).toMatchObject({ balance: 5_000, available: 5_000 })
  })

  it("completed twice gives the same order and one debit", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    const first = await mustComplete(shopper.client, cart)
    const second = await mustComplete(shopper.client, cart)
    expect(second.id).toBe(first.id)
    await expectSpentOnce(shopper, first)
  })

  it("completed five times at once gives one order and one debit", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => complete(shopper.client, cart))
    )

    const orderIds = answers.flatMap(({ body }) => (body.type === "order" ? [body.order.id] : []))
    expect(new Set(orderIds).size).toBe(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const orders = await queryStore<{ order_id: string }>(
      `SELECT order_id FROM order_cart WHERE cart_id = $1`,
      [cart.id]
    )
    expect(orders).toEqual([{ order_id: orderIds[0] }])
    await expectSpentOnce(shopper, { id: orderIds[0] as string })
  })

  it.each(["declined", "requires_more"] as const)(
    "keeps the points when the bank answers %s, and spends them when it then agrees",
    async (outcome) => {
      const shopper = await shopperWithPoints(market, 15_000)
      const cart = await cartOf(shopper)
      await applyPoints(shopper.client, cart)
      await startTestPayment(shopper.client, cart, { outcome })
      expect(await complete(shopper.client, cart)).toMatchObject({
        status: 400,
        body: { type: "not_allowed" },
      })
      await expectUsable(shopper, cart, { total: 315, discount: 150 })

      await startTestPayment(shopper.client, cart)
      await expectSpentOnce(shopper, await mustComplete(shopper.client, cart))
    }
  )

  it("an order that is settled while its bank still thinks and then declines costs no points", async () => {
    const { order, completion, shopper, cart } = await completingWithSlowBank({
      outcome: "declined",
      delay_ms: 2_000,
    })
    const settling = settle(market.merchant, order).catch((error: Error) => error)
    expect((await completion).status).toBe(400)
    await settling
    await expectUsable(shopper, cart, { total: 315, discount: 150 })
    expect((await journalOf(shopper)).map(({ kind }) => kind)).toEqual(["adjust"])
  })

  it("an order that is settled while its bank still thinks and then agrees is settled", async () => {
    const { order, completion, shopper } = await completingWithSlowBank({ delay_ms: 1_000 })
    expect(await settle(market.merchant, order)).toMatchObject({ points_redeemed: 15_000 })
    expect((await completion).body.type).toBe("order")
    await expectSpentOnce(shopper, order)
  })

  it("frees the points when the goods are sold out, and the cart completes once they are in stock", async () => {
    const last = await stockProduct(market, 450, { stock: 1 })
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await cartOf(shopper, last)
    await applyPoints(shopper.client, cart)
    await startTestPayment(shopper.client, cart)
    await sellTheLast(last)

    const { status, body } = await complete(shopper.client, cart)
    expect({ status, type: body.type, code: body.code }).toEqual({
      status: 400,
      type: "not_allowed",
      code: undefined,
    })
    await expectUsable(shopper, cart, { total: 315, discount: 150 })

    await restock(last)
    await expectSpentOnce(shopper, await mustComplete(shopper.client, cart))
  })

  it("refuses points that another cart spent in the meantime, corrects the cart, then sells it for money", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const [early, late] = [await readyCart(shopper), await readyCart(shopper)]
    await mustComplete(shopper.client, early)

    await expectRefused(shopper, late, /You have no points to pay with yet/)
    await expectUsable(shopper, late, { total: 465, discount: 0 })
    const order = await payAndComplete(shopper.client, late)
    expect(order.total).toBe(465)
    await expectLoyalty(market.merchant, order, { points_redeemed: 0, discount: 0 })
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, held: 0 })
  })

  it("refuses points that the merchant took away in the meantime", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    await adjustPoints(market.merchant, shopper, -6_000)

    await expectRefused(shopper, cart, /check the new total/)
    await expectUsable(shopper, cart, { total: 375, discount: 90, available: 9_000 })
    const order = await payAndComplete(shopper.client, cart)
    await expectLoyalty(market.merchant, order, { points_redeemed: 9_000, discount: 90 })
  })

  it("refuses points that expired in the meantime", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    await expirePointsOf((await accountOf(shopper)).id)

    await expectRefused(shopper, cart, /You have no points to pay with yet/)
    await expectUsable(shopper, cart, { total: 465, discount: 0, available: 0 })
    expect((await payAndComplete(shopper.client, cart)).total).toBe(465)
  })

  it.each([
    [
      "the minimum balance rose",
      { minimum_balance: 20_000 },
      /at least 20,000 points.*15,000/,
      465,
    ],
    [
      "the minimum order rose",
      { minimum_order_total: 500 },
      /500\.00 SEK or more; add 50\.00/,
      465,
    ],
    ["the program was switched off", { is_enabled: false }, /not available at the moment/, 465],
    ["the point value fell", { point_value: 0.005 }, /check the new total/, 390],
    ["the maximum discount fell", { maximum_discount: 60 }, /check the new total/, 405],
  ])("refuses points when %s in the meantime", async (_, rules, reason, total) => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    await changeRules(market.merchant, program, rules)

    await expectRefused(shopper, cart, reason)
    await expectUsable(shopper, cart, { total, discount: 465 - total })
    const order = await payAndComplete(shopper.client, cart)
    expect(order.total).toBe(total)
    await expectLoyalty(market.merchant, order, { discount: 465 - total })
  })

  it("completes under rules that changed without touching this cart", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await readyCart(shopper)
    await changeRules(market.merchant, program, { maximum_discount: 150, minimum_balance: 15_000 })
    await expectSpentOnce(shopper, await mustComplete(shopper.client, cart))
  })

  it("of twenty carts with one balance, completed at once, exactly one is paid with it", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const carts: Cart[] = []
    for (let i = 0; i < 20; i++) {
      carts.push(await readyCart(shopper))
    }
    const answers = await Promise.all(carts.map((cart) => complete(shopper.client, cart)))

    const won = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(won).toHaveLength(1)
    expect(refused.map(({ status, body }) => [status, body.type, body.code])).toEqual(
      Array.from({ length: 19 }, () => [400, "not_allowed", "loyalty_points_changed"])
    )
    const winner = won[0]?.body
    if (winner?.type !== "order") {
      throw new Error("The winner is no order.")
    }
    await expectSpentOnce(shopper, winner.order)
    const losers = carts.filter((_, index) => answers[index]?.status !== 200)
    for (const loser of losers.slice(0, 3)) {
      await expectUsable(shopper, loser, { total: 465, discount: 0 })
    }
  }, 180_000)

  it("cannot be used on another cart as long as the bank thinks, but once it has declined", async () => {
    const { completion, shopper, cart } = await completingWithSlowBank({
      outcome: "declined",
      delay_ms: 2_000,
    })
    const other = await cartOf(shopper)
    expect(await tryToApply(shopper, other)).toMatchObject({
      status: 400,
      body: {
        type: "not_allowed",
        message: expect.stringContaining("You have no points") as string,
      },
    })
    expect(await quoteNow(shopper.client, other)).toMatchObject({ available: 0, discount: 0 })
    expect((await completion).status).toBe(400)

    expect((await applyPoints(shopper.client, other)).cart.total).toBe(315)
    await startTestPayment(shopper.client, other)
    await expectSpentOnce(shopper, await mustComplete(shopper.client, other))
    await startTestPayment(shopper.client, cart)
    await expectRefused(shopper, cart, /You have no points to pay with yet/)
    await expectUsable(shopper, cart, { total: 465, discount: 0 })
  })

  it("applied to other carts while one is being paid with them, are spent on that one alone", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const paid = await readyCart(shopper)
    const others: Cart[] = []
    for (let i = 0; i < 2; i++) {
      others.push(await cartOf(shopper))
    }
    const [completion, ...applied] = await Promise.all([
      complete(shopper.client, paid),
      ...others.map((cart) => tryToApply(shopper, cart)),
    ])
    if (completion.body.type !== "order") {
      throw new Error(`The cart is no order: ${JSON.stringify(completion.body)}`)
    }
    await expectSpentOnce(shopper, completion.body.order)
    for (const [index, cart] of others.entries()) {
      const { status, body } = applied[index]!
      if (status === 200) {
        // It came first: nothing was held yet.
        expect(body.cart.total).toBe(315)
        await startTestPayment(shopper.client, cart)
        await expectRefused(shopper, cart, /You have no points to pay with yet/)
      } else {
        expect([status, body.message]).toEqual([400, expect.stringContaining("You have no points")])
      }
      await expectUsable(shopper, cart, { total: 465, discount: 0 })
    }
    await expectSpentOnce(shopper, completion.body.order)
  })

  it("sells to a guest as ever", async () => {
    const cart = await fillCart(market.store, market, [
      { variant_id: blanket.variantId, quantity: 1 },
    ])
    await startTestPayment(market.store, cart)
    expect((await mustComplete(market.store, cart)).total).toBe(465)
  })

  function cartOf({ client, email }: Shopper, product = blanket): Promise<Cart> {
    return fillCart(client, market, [{ variant_id: product.variantId, quantity: 1 }], email)
  }

  /** A cart with all points applied and a bank that agrees. */
  async function readyCart(shopper: Shopper): Promise<Cart> {
    const cart = await cartOf(shopper)
    const applied = await applyPoints(shopper.client, cart)
    await startTestPayment(shopper.client, cart)
    return applied.cart
  }

  const tryToApply = ({ client }: Shopper, { id }: Cart) =>
    client.post<CartWithQuote & Refusal>(`/store/carts/${id}/loyalty-points`)

  /** The new total needs a new payment. */
  async function payAndComplete(client: HttpClient, cart: Cart) {
    await startTestPayment(client, cart)
    return mustComplete(client, cart)
  }

  /** A completion that waits for its bank, and the order created by then. */
  async function completingWithSlowBank(data: { outcome?: "declined"; delay_ms: number }) {
    const shopper = await shopperWithPoints(market, 15_000)
    const cart = await cartOf(shopper)
    await applyPoints(shopper.client, cart)
    await startTestPayment(shopper.client, cart, data)
    const completion = complete(shopper.client, cart)
    const order = await eventually(async () => {
      const [link] = await queryStore<{ id: string }>(
        `SELECT order_id AS id FROM order_cart WHERE cart_id = $1`,
        [cart.id]
      )
      expect(link).toBeDefined()
      return link as { id: string }
    })
    return { shopper, cart, completion, order }
  }

  async function sellTheLast(product: Product): Promise<void> {
    const other = await newShopper(market.store)
    const cart = await cartOf(other, product)
    await startTestPayment(other.client, cart)
    await mustComplete(other.client, cart)
  }

  async function restock({ variantId }: Product): Promise<void> {
    await queryStore(
      `UPDATE inventory_level SET stocked_quantity = 10, raw_stocked_quantity = '{"value": "10"}'
       WHERE inventory_item_id = (
         SELECT inventory_item_id FROM product_variant_inventory_item WHERE variant_id = $1
       )`,
      [variantId]
    )
  }

  async function expectRefused(shopper: Shopper, cart: Cart, reason: RegExp): Promise<void> {
    const { status, body } = await complete(shopper.client, cart)
    expect({ status, type: body.type, code: body.code }).toEqual({
      status: 400,
      type: "not_allowed",
      code: "loyalty_points_changed",
    })
    expect(body.message).toMatch(/^Your points can no longer be used as shown on this cart\. /)
    expect(body.message).toMatch(reason)
  }

  /** Nothing is held, and the cart shows what it would cost now. */
  async function expectUsable(
    shopper: Shopper,
    cart: Cart,
    { total, discount, ...quote }: { total: number; discount: number; available?: number }
  ): Promise<void> {
    expect(await accountOf(shopper)).toMatchObject({ held: 0 })
    const now = await cartNow(shopper.client, cart)
    expect(now.total).toBe(total)
    expect(now.payment_collection?.amount).toBe(total)
    const onLines = (now.items ?? []).flatMap(({ adjustments }) => adjustments ?? [])
    expect(onLines.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(discount)
    expect(await quoteNow(shopper.client, cart)).toMatchObject({ discount, ...quote })
  }

  async function expectSpentOnce(shopper: Shopper, order: { id: string }): Promise<void> {
    const loyalty = await expectLoyalty(market.merchant, order, { points_redeemed: 15_000 })
    expect(movesOf(loyalty)).toEqual(["redeem -15000"])
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, held: 0, available: 0 })
    const spent = (await journalOf(shopper)).filter(({ kind }) => kind === "redeem")
    expect(spent).toHaveLength(1)
  }
})
