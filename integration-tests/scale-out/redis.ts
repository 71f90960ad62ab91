import { expectCleanAudit } from "../support/audit"
import { complete, mustComplete, quoteNow } from "../support/carts"
import { eventually } from "../support/eventually"
import { expectLoyalty } from "../support/orders"
import { mayStopRedis } from "../support/scale-out/redis"
import type { Scene } from "../support/scale-out/scene"
import { accountOf } from "../support/shoppers"

/** A Redis that `REDIS_URL` names may be somebody else's, too: only one of our own is stopped. */
const withOwnRedis = mayStopRedis() ? it : it.skip

/** Redis goes and comes back. */
export function redisCases(scene: () => Scene): void {
  withOwnRedis(
    "without Redis carts are read but not completed, and complete when it is back",
    async () => {
      const { fleet, market } = scene()
      const { ownRedis } = fleet
      const shopper = await scene().shopper()
      const cart = await scene().readyCart(0, shopper)
      await eventually(() => fleet.settled())
      await ownRedis?.stop()
      expect(await quoteNow(shopper.client, cart)).toMatchObject({ discount: 150 })
      await expectCleanAudit(market.merchant)
      expect((await complete(shopper.client, cart)).status).toBe(500)
      expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 0 })
      expect(await scene().orderOf(cart)).toBeUndefined()

      await ownRedis?.start()
      const order = await mustComplete(shopper.client, cart)
      await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })
      expect(await scene().kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
      await fleet.schedulesAll()
    }
  )

  withOwnRedis(
    "a Redis that lost its data: events are settled, and a worker that starts schedules the jobs again",
    async () => {
      const { fleet, market } = scene()
      await eventually(() => fleet.settled())
      await fleet.servers[0].run("redis", ["FLUSHALL"])
      expect(await fleet.waitingJobs()).toEqual([])
      const shopper = await scene().shopper()
      const cart = await scene().readyCart(0, shopper)
      const order = await mustComplete(shopper.client, cart)
      await expectLoyalty(market.merchant, order, { points_redeemed: 15_000, points_earned: 3_000 })

      await fleet.workers[0].server.stop()
      await fleet.workers[0].server.restart()
      await fleet.schedulesAll()
    }
  )
}
