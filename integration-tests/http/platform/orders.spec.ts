import { isPointsCode } from "../../../src/domain/checkout/adjustment-code"
import { Draft } from "../../support/drafts"
import { eventually } from "../../support/eventually"
import { heardInStore, listenToStore } from "../../support/events"
import { callModule, graphInside } from "../../support/inside/modules"
import { country, openMarket, type TestMarket } from "../../support/markets"
import { orderInAdmin } from "../../support/orders"
import { pinned } from "../../support/platform/assumptions"
import { newShopper } from "../../support/shoppers"
import { makeProducts, type StoryProducts } from "../../support/stories/products"
import type { Story } from "../../support/stories/story"
import { begin } from "../../support/stories/play"
import {
  callOff,
  cancel,
  cancelFulfilment,
  capture,
  complete,
  deliver,
  edit,
  exchange,
  fulfil,
  receiveReturn,
  refund,
  requestReturn,
} from "../../support/stories/steps"

type Line = {
  id: string
  total: number
  adjustments: { id: string; code: string; amount: number; provider_id: string | null }[]
}

const LESS = { amount: 100, code: "less", is_tax_inclusive: true }

/** Three blankets of 150.00 and 15.00 for delivery, less 150.00 for 15,000 points. */
describe("Medusa's orders, as the plugin assumes them", () => {
  let market: TestMarket
  let products: StoryProducts
  /** Sent, paid, exchanged, returned and completed. */
  let kept: Story
  /** Unpacked, edited and canceled. */
  let dropped: Story

  beforeAll(async () => {
    market = await openMarket(country("Colombia", "co", "cop", 19))
    products = await makeProducts(market, { blanket: 150, pillow: 50 })
    await listenToStore()
    const place = () => begin(market, products, { title: "assumed", isDelivered: true })
    kept = await place()
    dropped = await place()
    for (const step of [fulfil(1), cancelFulfilment, edit([{ set: 4 }])]) {
      await step(dropped)
    }
    for (const step of [capture(), fulfil(3), deliver, exchange({ back: 1, out: 1 }), callOff]) {
      await step(kept)
    }
  })

  it("name their cart", () =>
    pinned("order-of-cart", async () => {
      const [order] = await graphInside<{ cart?: { id: string } }>({
        entity: "order",
        fields: ["id", "cart.id"],
        filters: { id: kept.order.id },
      })
      expect(order?.cart?.id).toMatch(/^cart_/)
    }))

  it("keep on their lines what the plugin put there, when they are edited", () =>
    pinned("adjustments-after-edit", async () => {
      const [line] = await linesOf(dropped)
      expect(line?.adjustments.map(({ amount }) => Number(amount))).toEqual([150])
      expect(isPointsCode(line?.adjustments[0]?.code ?? "")).toBe(true)
    }))

  it("take other adjustments by a change that is confirmed at once", () =>
    pinned("replaced-adjustments", async () => {
      const { id } = dropped.order
      const before = await orderInAdmin(market.merchant, dropped.order)
      const [line] = await linesOf(dropped)
      await replaceAdjustments(id, line!.id, [LESS])
      const [changed] = await linesOf(dropped)
      expect(changed?.adjustments).toMatchObject([LESS])
      const { total } = await orderInAdmin(market.merchant, dropped.order)
      expect(total - before.total).toBeCloseTo(50, 6)
    }))

  it("count the units that were not returned", () =>
    pinned("returned-units", async () => {
      await requestReturn(1)(kept)
      await receiveReturn()(kept)
      const [line] = await linesOf(kept)
      expect(line?.total).toBeCloseTo(200, 6)
      expect(line?.adjustments.map(({ amount }) => Number(amount))).toEqual([150])
    }))

  it("have their currency and total in tables of the store's database", () =>
    pinned("order-tables", async () => {
      for (const story of [kept, dropped]) {
        const [order] = await graphInside<{ summary: { current_order_total: number } }>({
          entity: "order",
          fields: ["id", "summary.*"],
          filters: { id: story.order.id },
        })
        const total = order?.summary.current_order_total
        expect(total).toBeGreaterThan(0)
        expect(await story.shopper.client.mustGet("/store/loyalty/account")).toMatchObject({
          orders: { count: 1, by_currency: [{ currency_code: "cop", count: 1, total }] },
        })
      }
    }))

  it("emit events over their life", () =>
    pinned("order-events", async () => {
      await complete(kept)
      await cancel(dropped)
      const id = kept.order.id
      const order_id = id
      await expectHeard("order.placed", { id })
      await expectHeard("order.completed", { id })
      await expectHeard("order.canceled", { id: dropped.order.id })
      await expectHeard("order.fulfillment_created", { order_id })
      await expectHeard("order.fulfillment_canceled", { order_id: dropped.order.id })
      await expectHeard("order.return_received", { order_id, return_id: expect.any(String) })
      await expectHeard("order.exchange_created", { order_id })
      await expectHeard("order-edit.confirmed", { order_id: dropped.order.id })
    }))

  it("are found from the events of their payments", () =>
    pinned("payment-events", async () => {
      await refund(10)(kept)
      const { payment_collections } = await orderInAdmin(market.merchant, kept.order)
      const id = payment_collections?.[0]?.payments?.[0]?.id
      await expectHeard("payment.captured", { id })
      await expectHeard("payment.refunded", { id })
      const [found] = await graphInside({
        entity: "payment",
        fields: ["payment_collection.order.id"],
        filters: { id },
      })
      expect(found).toMatchObject({ payment_collection: { order: { id: kept.order.id } } })
    }))

  it("are found from the event of a delivery", () =>
    pinned("delivery-events", async () => {
      const [link] = await graphInside<{ fulfillment_id: string; order_id: string }>({
        entity: "order_fulfillment",
        fields: ["order_id", "fulfillment_id"],
        filters: { order_id: kept.order.id },
      })
      expect(link?.order_id).toBe(kept.order.id)
      await expectHeard("delivery.created", { id: link?.fulfillment_id })
    }))

  it("and drafts and exchanges have events of the order module", () =>
    pinned("module-events", async () => {
      const customer = await newShopper(market.store)
      const draft = await Draft.of(market, customer, [products["blanket"]!])
      await draft.edit((edited) => edited.setQuantity(products["blanket"]!, 2))
      await expectHeard("order.order.updated", { id: draft.id })
      const exchangeId = kept.swap?.split("/")[1]
      await expectHeard("order.order-exchange.updated", { id: exchangeId })
    }))

  it("and customers have events with their id", () =>
    pinned("customer-events", async () => {
      const { id } = await newShopper(market.store)
      await market.merchant.delete(`/admin/customers/${id}`)
      await expectHeard("customer.created", { id })
      await expectHeard("customer.deleted", { id })
    }))
})

function expectHeard(name: string, data: object): Promise<void> {
  return eventually(async () => {
    const heard = (await heardInStore()).filter((event) => event.name === name)
    expect(heard.map((event) => event.data)).toContainEqual(expect.objectContaining(data))
  })
}

/** Opens a change of an order, has it replace a line's adjustments, and confirms it. */
async function replaceAdjustments(
  order_id: string,
  reference_id: string,
  adjustments: object[]
): Promise<void> {
  const change = await callModule<{ id: string; version: number }>("order", "createOrderChange", [
    { order_id, change_type: "edit" },
  ])
  const action = {
    order_id,
    order_change_id: change.id,
    version: change.version,
    action: "ITEM_ADJUSTMENTS_REPLACE",
    details: { reference_id, adjustments },
  }
  await callModule("order", "addOrderAction", [[action]])
  await callModule("order", "confirmOrderChange", [change.id])
}

async function linesOf({ order }: Story): Promise<Line[]> {
  const [found] = await graphInside<{ items: Line[] }>({
    entity: "order",
    fields: ["id", "total", "items.*", "items.total", "items.adjustments.*"],
    filters: { id: order.id },
  })
  return found?.items ?? []
}
