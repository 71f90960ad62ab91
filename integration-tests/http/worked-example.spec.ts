import type { HttpTypes } from "@medusajs/framework/types"
import { EXAMPLE_HANDLE } from "../../scripts/seed/catalog"
import type { MarketPlan } from "../../scripts/seed/market"
import { fulfillOrder } from "../../scripts/seed/orders"
import type { Product } from "../../scripts/seed/products"
import { PLN_PROGRAM } from "../../scripts/seed/program"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { mustComplete, startTestPayment } from "../support/carts"
import { eventually } from "../support/eventually"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { cancelOrder, expectLoyalty, movesOf } from "../support/orders"
import { setProgram } from "../support/programs"
import { accountOf, newShopper, type Shopper } from "../support/shoppers"

const POLAND = country("Polska", "pl", "pln", 23)
const GERMANY = { ...country("Deutschland", "de", "eur", 19), pricesIncludeTax: false }

/** The shop's prices and the results, in the market's currency. */
interface Story {
  title: string
  plan: MarketPlan
  /** The list price of the product of which the shopper bought three. */
  machine: number
  /** What the shopper has paid for them, and what a cart of 450.00 costs, with tax. */
  spent: number
  price: number
  delivery: number
}

const STORIES: Story[] = [
  {
    title: "prices that include 23 % VAT",
    plan: POLAND,
    machine: 500,
    spent: 1500,
    price: 450,
    delivery: 15,
  },
  {
    title: "prices that exclude 19 % VAT",
    plan: GERMANY,
    machine: 500,
    spent: 1785,
    price: 535.5,
    delivery: 17.85,
  },
]

describe.each(STORIES)("a shopper with orders of 1,500.00 and $title", (story) => {
  const { plan, machine, spent, price, delivery } = story
  const { currency_code: _, name: __, ...rules } = PLN_PROGRAM
  const earned = spent * 10
  const toPay = price - earned / 100
  let market: TestMarket
  let throws: Product
  let machines: Product
  let shopper: Shopper

  beforeAll(async () => {
    market = await openMarket(plan)
    await setProgram(market.merchant, plan.currencyCode, rules)
    machines = await stockProduct(market, machine, { title: "Espresso machine" })
    throws = await stockProduct(market, 450, { title: EXAMPLE_HANDLE })
    shopper = await newShopper(market.store)
    await buyAndReceive([machines, 2])
    await buyAndReceive([machines, 1])
  })

  afterAll(async () => {
    await setProgram(market.merchant, plan.currencyCode, rules)
    await expectCleanAudit(market.merchant)
  })

  it("pays less by exactly what the points are worth", async () => {
    await eventually(async () =>
      expect(await accountOf(shopper)).toMatchObject({
        balance: earned,
        available: earned,
        lifetime_earned: earned,
      })
    )
    const basket = await basketWithThrow()
    await basket.shows({ discount: 0, items: price, total: price + delivery, reasons: [] })
    const { cart, loyalty_quote } = await basket.usePoints()
    expect(cart.total).toBeCloseTo(toPay + delivery, 9)
    expect(loyalty_quote).toEqual({
      eligible: true,
      reasons: [],
      available: earned,
      order_total: price,
      max_points: earned,
      max_discount: earned / 100,
      points_requested: earned,
      points_applied: earned,
      discount: earned / 100,
      points_to_earn: Math.floor(toPay * 10),
      currency_code: plan.currencyCode,
    })
    await basket.shows({ discount: earned / 100, items: toPay, total: toPay + delivery })

    const order = await pay(basket)
    const discount = { points_redeemed: earned, discount: earned / 100 }
    await expectLoyalty(market.merchant, order, { ...discount, points_earned: 0 })
    expect(await accountOf(shopper)).toMatchObject({ available: 0, lifetime_redeemed: earned })
    await expectInAdmin(order, { discount: earned / 100, total: toPay + delivery })

    await cancelOrder(market.merchant, order)
    const canceled = await expectLoyalty(market.merchant, order, {
      points_redeemed: 0,
      discount: 0,
      points_earned: 0,
    })
    expect(movesOf(canceled)).toEqual([`redeem -${earned}`, `redeem_refund ${earned}`])
    expect(await accountOf(shopper)).toMatchObject({ balance: earned, available: earned })
  })

  it("earns points on what was paid with money once the order is completed", async () => {
    const member = await newShopper(market.store)
    await buyAndReceive([machines, 3], member)
    await eventually(async () => expect(await accountOf(member)).toMatchObject({ balance: earned }))

    const basket = await basketWithThrow(member)
    await basket.usePoints()
    const { earns } = await basket.receipt()
    const order = await pay(basket)
    await fulfillOrder(market.merchant, order.id)
    const settled = await expectLoyalty(market.merchant, order, {
      points_redeemed: earned,
      points_earned: Math.floor(toPay * 10),
    })
    expect(earns).toBe(Math.floor(toPay * 10))
    expect(settled.transactions).toHaveLength(2)
    expect(await accountOf(member)).toMatchObject({ available: earns })
  })

  it("loses what an order earned when it is placed and gives back when it is canceled", async () => {
    await setProgram(market.merchant, plan.currencyCode, { ...rules, earn_on: "order_placed" })
    const { available } = await accountOf(shopper)
    const basket = await basketWithThrow()
    await basket.usePoints(5000)
    const { earns } = await basket.receipt()
    const order = await pay(basket)
    await expectLoyalty(market.merchant, order, { points_earned: earns, points_redeemed: 5000 })
    expect(await accountOf(shopper)).toMatchObject({ available: available - 5000 + earns })

    await cancelOrder(market.merchant, order)
    await expectLoyalty(market.merchant, order, { points_earned: 0, points_redeemed: 0 })
    expect(await accountOf(shopper)).toMatchObject({ available, held: 0 })
  })

  async function basketWithThrow(member = shopper): Promise<Basket> {
    const basket = await Basket.of(member, market, [throws])
    await basket.deliver()
    return basket
  }

  async function buyAndReceive(item: [Product, number], member = shopper): Promise<void> {
    const basket = await Basket.of(member, market, item)
    await basket.deliver()
    const order = await pay(basket)
    await fulfillOrder(market.merchant, order.id)
  }

  async function pay(basket: Basket): Promise<HttpTypes.StoreOrder> {
    await startTestPayment(basket.client, basket)
    return mustComplete(basket.client, basket)
  }

  /** Reads the order as Medusa's dashboard does: totals, and the code that the line shows. */
  async function expectInAdmin(
    { id }: { id: string },
    expected: { discount: number; total: number }
  ): Promise<void> {
    const { order } = await market.merchant.mustGet<HttpTypes.AdminOrderResponse>(
      `/admin/orders/${id}`,
      { fields: "+discount_total,*items.adjustments,+payment_collections.amount" }
    )
    expect(order.discount_total).toBeCloseTo(expected.discount, 9)
    expect(order.total).toBeCloseTo(expected.total, 9)
    expect(order.payment_collections?.[0]?.amount).toBe(order.total)
    const points = earned.toLocaleString("en").replace(",", "\u202f")
    expect(order.items[0]?.adjustments).toEqual([
      expect.objectContaining({ amount: expected.discount, code: `${points}\u00a0points` }),
    ])
  }
})
