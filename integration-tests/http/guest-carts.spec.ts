import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { Basket } from "../support/basket"
import { mustComplete, startTestPayment } from "../support/carts"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { expectLoyalty } from "../support/orders"
import { setProgram } from "../support/programs"
import { makePromotion } from "../support/promotions"
import { accountOf, newShopper, shopperWithPoints, type Shopper } from "../support/shoppers"

const NOT_FOUND = { status: 404, body: { type: "not_found" } }
const UNAUTHORIZED = { status: 401 }

describe("carts of guests and of other people", () => {
  let philippines: TestMarket
  let throws: Product
  let guest: Pick<Shopper, "client">
  let member: Shopper

  beforeAll(async () => {
    philippines = await openMarket(country("Philippines", "ph", "php", 12))
    await setProgram(philippines.merchant, "php", {
      minimum_balance: 5000,
      minimum_order_total: 400,
    })
    throws = await stockProduct(philippines, 450, { title: "Throw" })
    guest = { client: philippines.store }
    member = await shopperWithPoints(philippines, 15_000)
  })

  afterAll(() => expectCleanAudit(philippines.merchant))

  it("a guest sees what an account would earn, and that they need one", async () => {
    const basket = await Basket.of(guest, philippines, [throws])
    expect(await basket.quote()).toEqual({
      eligible: false,
      reasons: [
        { code: "not_a_member", message: "Log in or create an account to pay with points." },
      ],
      available: 0,
      order_total: 450,
      max_points: 0,
      max_discount: 0,
      points_requested: 0,
      points_applied: 0,
      discount: 0,
      points_to_earn: 4500,
      currency_code: "php",
    })
    expect(await basket.askForPoints()).toMatchObject(UNAUTHORIZED)
    expect(await basket.dropPoints()).toMatchObject(UNAUTHORIZED)
  })

  it("a guest with an e-mail address is still a guest, and their order spends no points", async () => {
    const basket = await Basket.of(guest, philippines, [throws])
    await basket.change({ email: "somebody@example.com" })
    await basket.deliver()
    await basket.shows({ discount: 0, total: 465, reasons: ["not_a_member"] })
    await startTestPayment(philippines.store, basket)
    const order = await mustComplete(philippines.store, basket)
    const nothing = { points_earned: 0, points_redeemed: 0, transactions: [], redemption: null }
    await expectLoyalty(philippines.merchant, order, nothing)
  })

  it("a member has to take over the cart they filled as a guest", async () => {
    const filled = await Basket.of(guest, philippines, [throws])
    const basket = filled.seenBy(member)
    for (const answer of [await basket.askForPoints(), await basket.dropPoints()]) {
      expect(answer).toMatchObject({ status: 400, body: { type: "not_allowed" } })
      expect(answer.body.message).toContain(`POST /store/carts/${basket.id}/customer`)
    }
    await filled.shows({ discount: 0, total: 450 })
  })

  it("a guest's cart keeps its coupon and takes points once its shopper logs in", async () => {
    const { code } = await makePromotion(philippines, { type: "percentage", value: 10 })
    const filled = await Basket.of(guest, philippines, [throws])
    await filled.openPayment()
    await filled.addCoupon(code)
    await filled.shows({ discount: 0, total: 405, reasons: ["not_a_member"] })

    const basket = filled.seenBy(member)
    await takeOver(basket)
    await basket.shows({ discount: 0, total: 405, reasons: [] })
    await basket.usePoints()
    await basket.shows({ discount: 150, points: 15_000, total: 255 })
    await basket.removeCoupon(code)
    await basket.shows({ discount: 150, total: 300 })
    expect(await readBy(guest, basket)).toMatchObject(NOT_FOUND)
  })

  it("a member's cart does not exist for anybody else", async () => {
    const stranger = await shopperWithPoints(philippines, 20_000)
    const own = await Basket.of(member, philippines, [throws])
    await own.usePoints()
    const unknown = { status: 404, body: await bodyOfUnknownCart(stranger) }
    const basket = own.seenBy(stranger)
    for (const answer of [
      await readBy(stranger, basket),
      await basket.askForPoints(),
      await basket.askForPoints(100),
      await basket.dropPoints(),
    ]) {
      expect(JSON.parse(JSON.stringify(answer).replaceAll(basket.id, "cart_unknown"))).toEqual(
        unknown
      )
    }
    expect(await readBy(guest, basket)).toMatchObject(NOT_FOUND)
    expect(await own.seenBy(guest).askForPoints()).toMatchObject(UNAUTHORIZED)
    expect(await own.seenBy(guest).dropPoints()).toMatchObject(UNAUTHORIZED)
    await own.shows({ discount: 150, total: 300 })
    expect(await accountOf(stranger)).toMatchObject({ available: 20_000 })
  })

  it("somebody who types a member's e-mail address neither sees nor uses the member's points", async () => {
    const basket = await Basket.of(guest, philippines, [throws])
    await basket.change({ email: member.email })
    const answer = await readBy(guest, basket)
    expect(JSON.stringify(answer)).not.toContain("15000")
    expect(await basket.askForPoints()).toMatchObject(UNAUTHORIZED)
    const stranger = await newShopper(philippines.store)
    expect(await basket.seenBy(stranger).askForPoints(1)).toMatchObject({ status: 404 })
  })

  it("somebody who takes over a member's cart does not get the points on it", async () => {
    const heir = await shopperWithPoints(philippines, 6000)
    const own = await Basket.of(member, philippines, [throws])
    await own.openPayment()
    await own.usePoints()
    await own.shows({ discount: 150, total: 300 })

    const basket = own.seenBy(heir)
    await takeOver(basket)
    await basket.shows({ discount: 0, points: 0, total: 450, reasons: [] })
    await basket.usePoints()
    await basket.shows({ discount: 60, points: 6000, total: 390 })
    expect(await readBy(member, basket)).toMatchObject(NOT_FOUND)

    await basket.deliver()
    await startTestPayment(heir.client, basket)
    await expectLoyalty(philippines.merchant, await mustComplete(heir.client, basket), {
      points_redeemed: 6000,
    })
    expect(await accountOf(member)).toMatchObject({ available: 15_000 })
    expect(await accountOf(heir)).toMatchObject({ available: 0 })
  })

  it("a member who comes back to a cart that somebody else had finds it without points", async () => {
    const heir = await shopperWithPoints(philippines, 6000)
    const own = await Basket.of(member, philippines, [throws])
    await own.usePoints()
    const basket = own.seenBy(heir)
    await takeOver(basket)
    await basket.usePoints(5000)
    await takeOver(own)
    await own.shows({ discount: 0, points: 0, total: 450 })
    await own.usePoints()
    await own.shows({ discount: 150, total: 300 })
  })

  it("no cart, no points", async () => {
    expect(await readBy(member, { id: "cart_unknown" })).toMatchObject(NOT_FOUND)
    const path = "/store/carts/cart_unknown/loyalty-points"
    expect(await member.client.post(path)).toMatchObject(NOT_FOUND)
    expect(await member.client.delete(path)).toMatchObject(NOT_FOUND)
    expect(await philippines.store.post(path)).toMatchObject(UNAUTHORIZED)
  })

  async function takeOver(basket: Basket): Promise<void> {
    await basket.client.mustPost(`/store/carts/${basket.id}/customer`)
  }

  function readBy({ client }: Pick<Shopper, "client">, { id }: { id: string }) {
    return client.get(`/store/carts/${id}/loyalty-points`)
  }

  async function bodyOfUnknownCart(shopper: Shopper): Promise<unknown> {
    return (await readBy(shopper, { id: "cart_unknown" })).body
  }
})
