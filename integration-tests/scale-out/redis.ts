import { expectCleanAudit } from "../support/audit"
import { complete, mustComplete, quoteNow } from "../support/carts"
import { eventually } from "../support/eventually"
import { expectLoyalty } from "../support/orders"
import { mayStopRedis } from "../support/scale-out/redis"
import type { ScaleOutSetup } from "../support/scale-out/setup"
import { accountOf } from "../support/shoppers"

/** The Redis at `REDIS_URL` may be shared, so only our own is stopped. */
const withOwnRedis = mayStopRedis() ? it : it.skip

/** Redis stops and comes back. */
export function redisCases(setup: () => ScaleOutSetup): void {
  withOwnRedis(
    "without Redis carts are read but not completed, and complete when it is back",
    async () => {
      const { instances, market } = setup()
      const { ownRedis } = instances
      const shopper = await setup().shopper()
      const cart = await setup().readyCart(0, shopper)
      await eventually(() => instances.settled())
      await ownRedis?.stop()
      expect(await quoteNow(shopper.client, cart)).toMatchObject({ discount: 150 })
      await expectCleanAudit(market.merchant)
      expect((await complete(shopper.client, cart)).status).toBe(500)
      expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 0 })
      expect(await setup().orderOf(cart)).toBeUndefined()

      await ownRedis?.start()
      const order = await mustComplete(shopper.client, cart)
      await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })
      expect(await setup().kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
      await instances.schedulesAll()
    }
  )

  withOwnRedis(
    "a Redis that lost its data: events are settled, and a worker that starts schedules the jobs again",
    async () => {
      const { instances, market } = setup()
      await eventually(() => instances.settled())
      await instances.servers[0].run("redis", ["FLUSHALL"])
      expect(await instances.waitingJobs()).toEqual([])
      const shopper = await setup().shopper()
      const cart = await setup().readyCart(0, shopper)
      const order = await mustComplete(shopper.client, cart)
      await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })

      await instances.workers[0].server.stop()
      await instances.workers[0].server.restart()
      await instances.schedulesAll()
    }
  )
}
