import { complete, mustComplete } from "../support/carts"
import { eventually } from "../support/eventually"
import { expectLoyalty } from "../support/orders"
import type { ScaleOutSetup } from "../support/scale-out/setup"

const HANDLED = "Processing order.placed"
const REPEATS = 12

/** Events that a server emits and workers handle. */
export function eventCases(setup: () => ScaleOutSetup): void {
  it("an order placed at a server is settled by one worker, once; an event that comes again changes nothing", async () => {
    const { instances, market } = setup()
    const shopper = await setup().shopper()
    const cart = await setup().readyCart(1, shopper)
    await eventually(() => instances.settled())
    const before = instances.logged(HANDLED)
    const order = await mustComplete(setup().at(1, shopper.client), cart)
    await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })
    await eventually(() => instances.settled())
    expect(added(before).sort()).toEqual([0, 0, 0, 1])
    expect(instances.logged(HANDLED).slice(0, 2)).toEqual([0, 0])

    const once = instances.logged(HANDLED)
    for (let again = 0; again < REPEATS; again++) {
      await instances.servers[again % 2]?.emit("order.placed", { id: order.id })
    }
    await eventually(() => instances.settled())
    const [, , one = 0, other = 0] = added(once)
    expect(one + other).toBe(REPEATS)
    expect(Math.min(one, other)).toBeGreaterThan(0)
    expect(await setup().kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])

    function added(earlier: number[]): number[] {
      return instances.logged(HANDLED).map((count, index) => count - (earlier[index] ?? 0))
    }
  })

  it("an event whose handler fails is retried", async () => {
    const { instances, market } = setup()
    const shopper = await setup().shopper()
    const cart = await setup().readyCart(0, shopper)
    await setup().query(`ALTER TABLE loyalty_settlement RENAME TO loyalty_settlement_away`)
    try {
      expect((await complete(shopper.client, cart)).status).toBe(200)
      await eventually(() => {
        const failures = instances.logged("subscribers of order.placed failed. Retrying...")
        expect(Math.max(...failures)).toBeGreaterThan(0)
      })
    } finally {
      await setup().query(`ALTER TABLE loyalty_settlement_away RENAME TO loyalty_settlement`)
    }
    const order = await setup().orderOf(cart)
    await expectLoyalty(market.merchant, order!, { points_redeemed: 15_000, points_earned: 3_000 })
    await eventually(() => instances.settled())
    expect(await setup().kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
  })
}
