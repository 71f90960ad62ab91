import { ADJUSTMENT_PROVIDER } from "../../src/domain/checkout/adjustment-code"
import { applyPoints, type Cart, complete, quoteNow } from "../support/carts"
import { expectLoyalty, movesOf } from "../support/orders"
import type { ScaleOutSetup } from "../support/scale-out/setup"
import { accountOf } from "../support/shoppers"

const CARTS = 6
const ROUNDS = 3

/** Carts that both servers work on at once. */
export function cartCases(setup: () => ScaleOutSetup): void {
  it("of six carts with one balance, completed at once at both servers, one is paid with it", async () => {
    const { market } = setup()
    const shopper = await setup().shopper()
    const carts: Cart[] = []
    for (let server = 0; server < CARTS; server++) {
      carts.push(await setup().readyCart(server, shopper))
    }
    const answers = await Promise.all(
      carts.map((cart, server) => complete(setup().at(server, shopper.client), cart))
    )

    const winners = answers.flatMap(({ body }) => (body.type === "order" ? [body.order] : []))
    expect(winners).toHaveLength(1)
    const refusals = answers.filter(({ status }) => status !== 200)
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: CARTS - 1 }, () => [400, "loyalty_points_changed"])
    )
    const settled = { points_redeemed: 15_000, points_earned: 3_000 }
    const loyalty = await expectLoyalty(market.merchant, winners[0]!, settled)
    expect(movesOf(loyalty)).toEqual(["redeem -15000", "earn 3000"])
    expect(await accountOf(shopper)).toMatchObject({ balance: 3_000, held: 0 })
    expect(await setup().kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
  })

  it("one cart completed at both servers at once is one order and one debit", async () => {
    const shopper = await setup().shopper()
    const cart = await setup().readyCart(0, shopper)
    const answers = await Promise.all(
      [0, 1, 0, 1].map((server) => complete(setup().at(server, shopper.client), cart))
    )
    const order = await setup().orderOf(cart)
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual(
      answers.map(() => [200, "order"])
    )
    expect(new Set(answers.map(({ body }) => body.type === "order" && body.order.id))).toEqual(
      new Set([order?.id])
    )
    await expectLoyalty(setup().market.merchant, order!, { points_redeemed: 15_000 })
    expect(await setup().kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
  })

  it("points applied at both servers at once are one discount, that of one of them", async () => {
    const shopper = await setup().shopper()
    const { client } = shopper
    const cart = await setup().cart(0, shopper)
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all([
        applyPoints(setup().at(0, client), cart, 15_000),
        applyPoints(setup().at(1, client), cart, 10_000),
      ])
      const { discount } = await quoteNow(client, cart)
      expect([100, 150]).toContain(discount)
      expect(await pointsOn(cart)).toEqual([discount])
      const { cart: shown } = await client.mustGet<{ cart: Cart }>(`/store/carts/${cart.id}`)
      expect(shown.total).toBe(465 - discount)
    }
  })

  /** The points discounts on the cart's lines. */
  async function pointsOn({ id }: Cart): Promise<number[]> {
    const rows = await setup().query<{ amount: string }>(
      `SELECT a.amount FROM cart_line_item_adjustment a
       JOIN cart_line_item l ON l.id = a.item_id
       WHERE l.cart_id = $1 AND a.provider_id = $2 AND a.deleted_at IS NULL`,
      [id, ADJUSTMENT_PROVIDER]
    )
    return rows.map(({ amount }) => Number(amount))
  }
}
