import type { Product } from "../../../scripts/seed/products"
import { isPointsCode } from "../../../src/domain/checkout/adjustment-code"
import {
  applyPoints,
  cartNow,
  complete,
  fillCart,
  mustComplete,
  startTestPayment,
  type Cart,
} from "../../support/carts"
import { eventually } from "../../support/eventually"
import { callModule, graphInside } from "../../support/inside/modules"
import { country, openMarket, stockProduct, type TestMarket } from "../../support/markets"
import { pinned } from "../../support/platform/assumptions"
import { setProgram } from "../../support/programs"
import { makePromotion } from "../../support/promotions"
import { shopperWithPoints, type Shopper } from "../../support/shoppers"
import { queryStore } from "../../support/store-database"

type Adjustment = { id: string; code: string; amount: number }

/** Two products of 450.00 and 150.00, of which 15,000 points pay 150.00. */
describe("Medusa's carts, as the plugin assumes them", () => {
  let market: TestMarket
  let products: Product[]
  let shopper: Shopper

  beforeAll(async () => {
    market = await openMarket(country("Ísland", "is", "isk", 24))
    products = [await stockProduct(market, 450), await stockProduct(market, 150)]
    await setProgram(market.merchant, "isk", { point_value: 0.01 })
  })

  beforeEach(async () => {
    shopper = await shopperWithPoints(market, 15_000)
  })

  it("lose the adjustments with a code that they had before a refresh", () =>
    pinned("old-adjustments-go", async () => {
      const cart = await newCart()
      const adjustment = { item_id: cart.items?.[0]?.id, amount: 7, code: "somebody-else" }
      await callModule("cart", "addLineItemAdjustments", [[adjustment]])
      expect(await codesOf(cart)).toEqual(["somebody-else"])
      await refresh(cart)
      expect(await codesOf(cart)).toEqual([])
    }))

  it("keep the adjustments that a handler adds in the refresh, once", () =>
    pinned("new-adjustments-stay", async () => {
      const cart = await newCart()
      await applyPoints(shopper.client, cart)
      const first = await adjustmentsOf(cart)
      await refresh(cart)
      const second = await adjustmentsOf(cart)
      expect(first.map(({ code }) => isPointsCode(code))).toEqual([true, true])
      expect(second.map(({ amount }) => amount)).toEqual(first.map(({ amount }) => amount))
      const renewed = second.filter(({ id }) => !first.some((old) => old.id === id))
      expect(renewed).toHaveLength(2)
    }))

  it("get the promotions that the promotion module computes for them", () =>
    pinned("promotions-foreseen", async () => {
      const cart = await newCart()
      const tenth = await makePromotion(market, { type: "percentage", value: 10 })
      const fixed = await makePromotion(market, { type: "fixed", value: 40 })
      await makePromotion(market, { type: "fixed", value: 20, automaticFor: shopper.id })
      const codes = [tenth.code, fixed.code]
      const foreseen = await callModule<{ code: string; amount: number }[]>(
        "promotion",
        "computeActions",
        [codes, await fullCart(cart)]
      )
      await refresh(cart, codes)
      const shown = await adjustmentsOf(cart)
      expect(new Set(shown.map(({ code }) => code)).size).toBe(3)
      expect(summary(shown)).toEqual(summary(foreseen.filter(({ amount }) => amount)))
    }))

  it("wait for the lock of their id, refreshed or completed", () =>
    pinned("cart-lock", async () => {
      const cart = await newCart()
      await startTestPayment(shopper.client, cart)
      const lock = { ownerId: "the-test", expire: 60 }
      await callModule("locking", "acquire", [cart.id, lock])
      let isCompleted = false
      const completion = complete(shopper.client, cart).then((answer) => {
        isCompleted = true
        return answer
      })
      const refused = await shopper.client.post<{ message: string }>(path(cart), {
        promo_codes: ["NONE"],
      })
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect({ isCompleted }).toEqual({ isCompleted: false })
      await callModule("locking", "release", [cart.id, { ownerId: lock.ownerId }])
      expect((await completion).body).toMatchObject({ type: "order" })
    }))

  it("are completed in attempts with an id each", () =>
    pinned("attempt-ids", async () => {
      const cart = await newCart()
      await applyPoints(shopper.client, cart)
      await startTestPayment(shopper.client, cart, { outcome: "declined" })
      await complete(shopper.client, cart)
      const declined = await holdsOf(cart)
      expect(declined.map(({ status }) => status)).toEqual(["released", "requested"])
      await startTestPayment(shopper.client, cart)
      await mustComplete(shopper.client, cart)
      await eventually(async () => {
        const [captured, released] = await holdsOf(cart)
        expect([captured?.status, released?.status]).toEqual(["captured", "released"])
        expect(captured?.attempt).toEqual(expect.any(String))
        expect(captured?.attempt).not.toBe(released?.attempt)
      })
    }))

  it("that are completed again show when they were completed", () =>
    pinned("completed-cart", async () => {
      const cart = await newCart()
      await applyPoints(shopper.client, cart)
      await startTestPayment(shopper.client, cart)
      const order = await mustComplete(shopper.client, cart)
      expect(await mustComplete(shopper.client, cart)).toMatchObject({ id: order.id })
      const { completed_at } = await fullCart(cart)
      expect(completed_at).toEqual(expect.any(String))
    }))

  function newCart(): Promise<Cart> {
    const items = products.map(({ variantId }) => ({ variant_id: variantId, quantity: 1 }))
    return fillCart(shopper.client, market, items, shopper.email)
  }

  const path = ({ id }: Cart): string => `/store/carts/${id}/promotions`

  async function refresh(cart: Cart, promo_codes: string[] = []): Promise<void> {
    await shopper.client.mustPost(path(cart), { promo_codes })
  }

  async function adjustmentsOf(cart: Cart): Promise<Adjustment[]> {
    const { items } = await cartNow(shopper.client, cart)
    return (items ?? []).flatMap(({ adjustments }) => (adjustments ?? []) as Adjustment[])
  }

  async function codesOf(cart: Cart): Promise<string[]> {
    return (await adjustmentsOf(cart)).map(({ code }) => code)
  }
})

/** Codes with their amounts, in any order. */
const summary = (list: { code: string; amount: number }[]): string[] =>
  list.map(({ code, amount }) => `${code} ${Number(amount).toFixed(4)}`).sort()

const CART_FIELDS = [
  "*",
  "items.*",
  "items.total",
  "items.subtotal",
  "items.original_total",
  "items.original_subtotal",
  "items.tax_lines.*",
  "items.adjustments.*",
  "items.product.*",
  "customer.*",
  "region.*",
]

/** The cart as Medusa's refresh passes it to the hook. */
async function fullCart({ id }: Cart): Promise<{ completed_at: string | null }> {
  const [cart] = await graphInside<{ completed_at: string | null }>({
    entity: "cart",
    fields: CART_FIELDS,
    filters: { id },
  })
  return cart!
}

function holdsOf({ id }: Cart): Promise<{ status: string; attempt: string | null }[]> {
  return queryStore(
    "SELECT status, attempt FROM loyalty_redemption WHERE target_id = $1 ORDER BY status",
    [id]
  )
}
