import { buy, type Cart, complete, mustComplete } from "../support/carts"
import { eventually } from "../support/eventually"
import { expectLoyalty, loyaltyOf, movesOf } from "../support/orders"
import type { Scene } from "../support/scale-out/scene"
import { accountOf, type Shopper } from "../support/shoppers"
import { closeTable } from "../support/table-gate"

const HANDLED = "Processing order.placed"
const SETTLED = { points_redeemed: 15_000, points_earned: 3_000 }
const LONGER_THAN_THE_TEST_MS = 600_000

/** BullMQ finds that a worker is gone within a minute, and the worker's lock ends in as much. */
const UNTIL_TAKEN_OVER_MS = 150_000

/** A shopper whose order a worker was settling when it was killed. */
export interface Interrupted {
  shopper: Shopper
  order: { id: string }
}

/** A worker is killed in the middle of settling an order; the other settles what comes next. */
export async function killWorker(scene: Scene): Promise<Interrupted> {
  const { fleet, market } = scene
  const shopper = await scene.shopper()
  const cart = await scene.readyCart(0, shopper)
  await eventually(() => fleet.settled())
  const before = fleet.logged(HANDLED)
  const gate = await closeTable(fleet.database.url, "loyalty_settlement")
  const order = await mustComplete(shopper.client, cart)
  await eventually(async () => expect(await gate.waiting()).toBe(1))
  const added = fleet.logged(HANDLED).map((count, index) => count - (before[index] ?? 0))
  await fleet.workers[added[2] === 1 ? 0 : 1].server.kill()
  await gate.open()
  expect(await scene.kindsOf(shopper)).toEqual(["adjust", "redeem"])

  const next = await scene.shopper()
  const nextOrder = await buy(next, market, [scene.blanket], { withPoints: true })
  await expectLoyalty(market.merchant, nextOrder, SETTLED)
  return { shopper, order }
}

/** Without any worker carts complete, their points wait, and are spent when there are workers. */
export async function sellWithoutWorkers(scene: Scene): Promise<void> {
  const { workers } = scene.fleet
  await Promise.all(workers.map(({ server }) => server.kill()))
  const shopper = await scene.shopper()
  const order = await buy(shopper, scene.market, [scene.blanket], { withPoints: true })
  expect(await accountOf(shopper)).toMatchObject({ held: 15_000, available: 0 })
  await Promise.all(workers.map(({ server }) => server.restart()))
  await expectLoyalty(scene.market.merchant, order, SETTLED)
}

/** What the killed worker left has been done by another, once. */
export async function expectTakenOver(scene: Scene, { shopper, order }: Interrupted) {
  const { merchant } = scene.market
  await eventually(
    async () => expect(await loyaltyOf(merchant, order)).toMatchObject(SETTLED),
    UNTIL_TAKEN_OVER_MS
  )
  expect(await scene.kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
}

/**
 * A server is killed while two carts complete: one has become an order whose bank still thinks, of
 * the other the order is being made. It stays dead: one server is enough from then on.
 */
export async function killServer(scene: Scene): Promise<void> {
  const { fleet, market } = scene
  const [buyer, waiter] = [await scene.shopper(), await scene.shopper()]
  const bought = await scene.readyCart(1, buyer, { delay_ms: LONGER_THAN_THE_TEST_MS })
  const waiting = await scene.readyCart(1, waiter)
  await crashWhileCompleting(scene, { buyer, bought, waiter, waiting })
  for (const shopper of [buyer, waiter]) {
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 15_000 })
  }

  await letTimePass(scene, bought)
  await letTimePass(scene, waiting)
  await fleet.due("sweep-holds")
  await eventually(async () => {
    expect(await accountOf(buyer)).toMatchObject({ balance: 3_000, held: 0 })
    expect(await accountOf(waiter)).toMatchObject({ available: 15_000, held: 0 })
  })
  const order = await scene.orderOf(bought)
  const moves = movesOf(await loyaltyOf(market.merchant, order!))
  expect(moves).toEqual(["redeem -15000", "earn 3000"])
  await expectLoyalty(market.merchant, await mustComplete(waiter.client, waiting), SETTLED)
  expect(await scene.kindsOf(waiter)).toEqual(["adjust", "redeem", "earn"])
}

type Unlucky = { buyer: Shopper; bought: Cart; waiter: Shopper; waiting: Cart }

async function crashWhileCompleting(scene: Scene, unlucky: Unlucky): Promise<void> {
  const { buyer, bought, waiter, waiting } = unlucky
  const completing = ({ client }: Shopper, cart: Cart) =>
    complete(scene.at(1, client), cart).then(
      ({ status }) => `answered ${status}`,
      () => "no answer"
    )
  const answers = [completing(buyer, bought)]
  await eventually(async () => expect(await scene.orderOf(bought)).toBeDefined())
  const gate = await closeTable(scene.fleet.database.url, "order")
  answers.push(completing(waiter, waiting))
  await eventually(async () => expect(await gate.waiting()).toBe(1))
  await scene.fleet.servers[1].server.kill()
  await gate.open()
  expect(await Promise.all(answers)).toEqual(["no answer", "no answer"])
}

/** The lock of the cart has ended, and the sweep no longer waits for the completion. */
async function letTimePass(scene: Scene, cart: Cart): Promise<void> {
  await scene.fleet.forgetLock(cart)
  const sql = `UPDATE loyalty_redemption SET held_at = held_at - interval '1 hour' WHERE target_id = $1`
  await scene.query(sql, [cart.id])
}
