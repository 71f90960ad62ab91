import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { Draft, type DraftReceipt } from "../support/drafts"
import { eventually } from "../support/eventually"
import { runJob } from "../support/jobs"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { cancelOrder, expectLoyalty, loyaltyOf, movesOf, settle } from "../support/orders"
import { setProgram } from "../support/programs"
import { makePromotion } from "../support/promotions"
import { accountOf, newShopper, shopperWithPoints, type Shopper } from "../support/shoppers"
import { queryStore } from "../support/store-database"

const SERBIA = country("Srbija", "rs", "rsd", 20)
const MACEDONIA = { ...country("Makedonija", "mk", "mkd", 18), pricesIncludeTax: false }

/** Blankets at 450.00 and pillows at 100.00; a point is worth 0.01. */
describe("points on a draft order", () => {
  let market: TestMarket
  let blanket: Product
  let pillow: Product

  beforeAll(async () => {
    market = await openMarket(SERBIA)
    blanket = await stockProduct(market, 450)
    pillow = await stockProduct(market, 100)
  })

  beforeEach(async () => {
    await setProgram(market.merchant, "rsd")
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("are quoted, held at once, and spent when the draft becomes an order", async () => {
    const { shopper, draft } = await phonedIn(15_000)
    expect((await draft.quote()).body.loyalty_quote).toMatchObject({
      eligible: true,
      available: 15_000,
      max_points: 15_000,
      order_total: 450,
      points_applied: 0,
    })
    const { draft_order, loyalty_quote } = await draft.usePoints()
    expect(draft_order).toMatchObject({ id: draft.id, total: 300 })
    expect(loyalty_quote).toMatchObject({
      points_applied: 15_000,
      discount: 150,
      available: 15_000,
    })
    expect(await draft.receipt()).toEqual(costing(300, 150))
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 15_000, available: 0 })
    // Nothing is spent while it is a draft, even if it is settled.
    await settle(market.merchant, draft)
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 15_000 })

    await draft.convert()
    const order = await expectLoyalty(market.merchant, draft, {
      points_redeemed: 15_000,
      discount: 150,
    })
    expect(order.transactions).toMatchObject([
      { kind: "redeem", order_id: draft.id, cart_id: null },
    ])
    expect(order.redemption).toMatchObject({
      ...{ status: "captured", target: { type: "draft_order", id: draft.id } },
      ...{ cart_id: null, order_id: draft.id, wallet: "points" },
    })
    expect(await accountOf(shopper)).toMatchObject({ balance: 0, held: 0 })
    expect(await draft.receipt()).toEqual(costing(300, 150))
    expect(await draft.dropPoints()).toMatchObject({
      status: 400,
      body: { type: "not_allowed", message: expect.stringContaining("not a draft any more") },
    })

    await cancelOrder(market.merchant, draft)
    await expectLoyalty(market.merchant, draft, { points_redeemed: 0 })
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, available: 15_000 })
  })

  it("are replaced and taken off", async () => {
    const { shopper, draft } = await phonedIn(15_000)
    for (const [points, discount] of [
      [5_000, 50],
      [12_000, 120],
      [2_000, 20],
    ] as const) {
      await draft.usePoints(points)
      expect(await draft.receipt()).toEqual(costing(450 - discount, discount))
      expect(await accountOf(shopper)).toMatchObject({ held: points, available: 15_000 - points })
    }
    const { status, body } = await draft.dropPoints()
    expect({ status, body }).toMatchObject({ status: 200, body: { draft_order: { total: 450 } } })
    expect(await draft.receipt()).toEqual(costing(450, 0))
    expect(await accountOf(shopper)).toMatchObject({ held: 0, available: 15_000 })
    expect(await draft.dropPoints()).toMatchObject({ status: 200 })
  })

  it("take off exactly their value where prices exclude tax", async () => {
    const macedonia = await openMarket(MACEDONIA)
    await setProgram(macedonia.merchant, "mkd", { maximum_discount_percent: 100 })
    const lamp = await stockProduct(macedonia, 33.33)
    const shopper = await shopperWithPoints(macedonia, 20_000)
    const draft = await Draft.of(macedonia, shopper, [lamp, 3])
    const before = await draft.receipt()
    await draft.usePoints(5_000)
    expect(await draft.receipt()).toMatchObject({ discount: 50 })
    expect((await draft.receipt()).total).toBeCloseTo(before.total - 50, 8)
    // All of it: no fraction of a coin is left to pay.
    await draft.usePoints()
    expect(await draft.receipt()).toMatchObject({ total: 0, pending: 0 })
    await draft.convert()
    await expectLoyalty(macedonia.merchant, draft, { discount: 117.98 })
  })

  it("follow the draft when it is edited", async () => {
    const shopper = await shopperWithPoints(market, 30_000)
    const draft = await Draft.of(market, shopper, [pillow, 2], [blanket])
    await draft.usePoints(25_000)
    expect(await draft.receipt()).toEqual(costing(400, 250))

    await draft.edit((edited) => edited.setQuantity(blanket, 0))
    await becomes(draft, costing(0, 200))
    await holds(shopper, 20_000)

    const promotion = await makePromotion(market, { type: "percentage", value: 10 })
    await draft.edit(
      (edited) => edited.setQuantity(pillow, 3),
      (edited) => edited.addCoupon(promotion.code)
    )
    await becomes(draft, costing(20, 250))
    await setProgram(market.merchant, "rsd", { combine_with_promotions: false })
    await draft.edit((edited) => edited.setQuantity(pillow, 4))
    await becomes(draft, costing(360, 0))
    await holds(shopper, 0)
    // The request waits until points can be used again.
    await setProgram(market.merchant, "rsd")
    await draft.edit((edited) => edited.setQuantity(pillow, 5))
    await becomes(draft, costing(200, 250))
    await draft.convert()
    await expectLoyalty(market.merchant, draft, { points_redeemed: 25_000, discount: 250 })
  })

  it("are given back when the draft is transferred to another customer", async () => {
    const { shopper, draft } = await phonedIn(15_000)
    await draft.usePoints()
    await draft.giveTo(await newShopper(market.store))
    await becomes(draft, costing(450, 0))
    await holds(shopper, 0)
  })

  it("are refused with the reason, and leave the draft as it was", async () => {
    const { shopper, draft } = await phonedIn(15_000)
    const refusals: [points: unknown, message: string][] = [
      [15_001, "points: you asked for 15,001 points; you can use at most the 15,000 you have"],
      [0, "points: expected a whole number from 1 to"],
      [1.5, "points: expected a whole number from 1 to"],
      ["100", "field 'points'"],
    ]
    for (const [points, message] of refusals) {
      const answer = await draft.askForPoints(points)
      expect(answer).toMatchObject({
        status: 400,
        body: { type: "invalid_data", message: expect.stringContaining(message) },
      })
    }
    await draft.beginEdit()
    for (const answer of [await draft.askForPoints(), await draft.dropPoints()]) {
      expect(answer).toMatchObject({
        status: 400,
        body: { type: "not_allowed", message: expect.stringContaining("is being edited") },
      })
    }
    await draft.cancelEdit()
    expect(await draft.receipt()).toMatchObject({ total: 450, discount: 0 })
    expect(await accountOf(shopper)).toMatchObject({ held: 0 })
  })

  it("are refused for guests, and without enough points", async () => {
    const guest = await Draft.of(market, { email: "guest@example.com" }, [blanket])
    expect(await guest.askForPoints()).toMatchObject({
      status: 400,
      body: { code: "not_a_member" },
    })
    const { draft } = await phonedIn(10)
    await setProgram(market.merchant, "rsd", { minimum_balance: 5_000 })
    expect(await draft.askForPoints()).toMatchObject({
      status: 400,
      body: { code: "below_minimum_balance", message: expect.stringContaining("5,000") },
    })
    for (const answer of [
      await market.merchant.get("/admin/draft-orders/order_unknown/loyalty-points"),
      await market.merchant.post("/admin/draft-orders/order_unknown/loyalty-points"),
      await market.merchant.delete("/admin/draft-orders/order_unknown/loyalty-points"),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found" } })
    }
    expect(
      await market.merchant.post(`/admin/draft-orders/${draft.id}/loyalty-points`, { pionts: 1 })
    ).toMatchObject({ status: 400, body: { message: expect.stringContaining("pionts") } })
  })

  it("pay one of several drafts when all want them at once", async () => {
    const shopper = await shopperWithPoints(market, 15_000)
    const drafts = await Promise.all(
      Array.from({ length: 3 }, () => Draft.of(market, shopper, [blanket]))
    )
    const answers = await Promise.all(drafts.map((draft) => draft.askForPoints(15_000)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    const discounts = await Promise.all(
      drafts.map(async (draft) => (await draft.receipt()).discount)
    )
    expect(discounts.sort()).toEqual([0, 0, 150])
    expect(await accountOf(shopper)).toMatchObject({ held: 15_000, available: 0 })
  })

  it("are freed by the sweep when the draft is gone, captured when its order was missed", async () => {
    const [kept, deleted, canceled, missed] = await Promise.all([
      phonedIn(1_000),
      phonedIn(1_000),
      phonedIn(1_000),
      phonedIn(1_000),
    ])
    for (const { draft } of [kept, deleted, canceled, missed]) {
      await draft.usePoints()
    }
    await deleted.draft.delete()
    await changeUnheard(canceled.draft, "status = 'canceled', canceled_at = now()")
    await changeUnheard(missed.draft, "status = 'pending', is_draft_order = false")
    await runJob("sweep-holds")

    expect(await accountOf(kept.shopper)).toMatchObject({ held: 1_000 })
    expect(await accountOf(deleted.shopper)).toMatchObject({ held: 0, available: 1_000 })
    expect(await accountOf(canceled.shopper)).toMatchObject({ held: 0, available: 1_000 })
    expect(await accountOf(missed.shopper)).toMatchObject({ held: 0, balance: 0 })
    expect(movesOf(await loyaltyOf(market.merchant, missed.draft))).toEqual(["redeem -1000"])
  })

  async function phonedIn(points: number) {
    const shopper = await shopperWithPoints(market, points)
    return { shopper, draft: await Draft.of(market, shopper, [blanket]) }
  }

  function becomes(draft: Draft, receipt: DraftReceipt): Promise<void> {
    return eventually(async () => expect(await draft.receipt()).toEqual(receipt))
  }

  function holds(shopper: Shopper, held: number): Promise<void> {
    return eventually(async () => expect(await accountOf(shopper)).toMatchObject({ held }))
  }

  async function changeUnheard({ id }: Draft, changes: string): Promise<void> {
    await queryStore(`UPDATE "order" SET ${changes} WHERE id = $1`, [id])
  }
})

/** Expects a draft whose figures agree: this total after that discount. */
function costing(total: number, discount: number): DraftReceipt {
  return { discount, total, current: total, pending: total, to_collect: total }
}
