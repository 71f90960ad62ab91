import { buy, type Cart, complete, mustComplete } from "../support/carts"
import { eventually } from "../support/eventually"
import { expectLoyalty, loyaltyOf, movesOf } from "../support/orders"
import type { ScaleOutSetup } from "../support/scale-out/setup"
import { accountOf, type Shopper } from "../support/shoppers"
import { closeTable } from "../support/table-gate"

const HANDLED = "Processing order.placed"
const SETTLED = { points_redeemed: 15_000, points_earned: 3_000 }
const LONGER_THAN_THE_TEST_MS = 600_000

/** BullMQ notices within a minute that a worker is gone, and the worker's lock ends as fast. */
const UNTIL_TAKEN_OVER_MS = 150_000

/** A shopper whose order a worker was settling when it was killed. */
export interface Interrupted {
  shopper: Shopper
  order: { id: string }
}

/** A worker is killed in the middle of settling an order; the other settles what comes next. */
export async function killWorker(setup: ScaleOutSetup): Promise<Interrupted> {
  const { instances, market } = setup
  const shopper = await setup.shopper()
  const cart = await setup.readyCart(0, shopper)
  await eventually(() => instances.settled())
  const before = instances.logged(HANDLED)
  const gate = await closeTable(instances.database.url, "loyalty_settlement")
  const order = await mustComplete(shopper.client, cart)
  await eventually(async () => expect(await gate.waiting()).toBe(1))
  const added = instances.logged(HANDLED).map((count, index) => count - (before[index] ?? 0))
  await instances.workers[added[2] === 1 ? 0 : 1].server.kill()
  await gate.open()
  expect(await setup.kindsOf(shopper)).toEqual(["adjust", "redeem"])

  const next = await setup.shopper()
  const nextOrder = await buy(next, market, [setup.blanket], { withPoints: true })
  await expectLoyalty(market.merchant, nextOrder, SETTLED)
  return { shopper, order }
}

/** Without any workers carts complete; their points stay held and are spent when workers are back. */
export async function sellWithoutWorkers(setup: ScaleOutSetup): Promise<void> {
  const { workers } = setup.instances
  await Promise.all(workers.map(({ server }) => server.kill()))
  const shopper = await setup.shopper()
  const order = await buy(shopper, setup.market, [setup.blanket], { withPoints: true })
  expect(await accountOf(shopper)).toMatchObject({ held: 15_000, available: 0 })
  await Promise.all(workers.map(({ server }) => server.restart()))
  await expectLoyalty(setup.market.merchant, order, SETTLED)
}

/** What the killed worker left has been done by another, once. */
export async function expectTakenOver(setup: ScaleOutSetup, { shopper, order }: Interrupted) {
  const { merchant } = setup.market
  await eventually(
    async () => expect(await loyaltyOf(merchant, order)).toMatchObject(SETTLED),
    UNTIL_TAKEN_OVER_MS
  )
  expect(await setup.kindsOf(shopper)).toEqual(["adjust", "redeem", "earn"])
}

/**
 * A server is killed while two carts complete: one has become an order that waits for its bank, the
 * other is just becoming one. It stays dead: one server is enough from then on.
 */
export async function killServer(setup: ScaleOutSetup): Promise<void> {
  const { instances, market } = setup
  const [buyer, waiter] = [await setup.shopper(), await setup.shopper()]
  const bought = await setup.readyCart(1, buyer, { delay_ms: LONGER_THAN_THE_TEST_MS })
  const waiting = await setup.readyCart(1, waiter)
  await crashWhileCompleting(setup, { buyer, bought, waiter, waiting })
  for (const shopper of [buyer, waiter]) {
    expect(await accountOf(shopper)).toMatchObject({ balance: 15_000, held: 15_000 })
  }

  await letTimePass(setup, bought)
  await letTimePass(setup, waiting)
  await instances.due("sweep-holds")
  await eventually(async () => {
    expect(await accountOf(buyer)).toMatchObject({ balance: 3_000, held: 0 })
    expect(await accountOf(waiter)).toMatchObject({ available: 15_000, held: 0 })
  })
  const order = await setup.orderOf(bought)
  const moves = movesOf(await loyaltyOf(market.merchant, order!))
  expect(moves).toEqual(["redeem -15000", "earn 3000"])
  await expectLoyalty(market.merchant, await mustComplete(waiter.client, waiting), SETTLED)
  expect(await setup.kindsOf(waiter)).toEqual(["adjust", "redeem", "earn"])
}

type Unlucky = { buyer: Shopper; bought: Cart; waiter: Shopper; waiting: Cart }

async function crashWhileCompleting(setup: ScaleOutSetup, unlucky: Unlucky): Promise<void> {
  const { buyer, bought, waiter, waiting } = unlucky
  const completing = ({ client }: Shopper, cart: Cart) =>
    complete(setup.at(1, client), cart).then(
      ({ status }) => `answered ${status}`,
      () => "no answer"
    )
  const answers = [completing(buyer, bought)]
  await eventually(async () => expect(await setup.orderOf(bought)).toBeDefined())
  const gate = await closeTable(setup.instances.database.url, "order")
  answers.push(completing(waiter, waiting))
  await eventually(async () => expect(await gate.waiting()).toBe(1))
  await setup.instances.servers[1].server.kill()
  await gate.open()
  expect(await Promise.all(answers)).toEqual(["no answer", "no answer"])
}

/** The lock of the cart has ended, and the sweep no longer waits for the completion. */
async function letTimePass(setup: ScaleOutSetup, cart: Cart): Promise<void> {
  await setup.instances.forgetLock(cart)
  const sql = `UPDATE loyalty_redemption SET held_at = held_at - interval '1 hour' WHERE target_id = $1`
  await setup.query(sql, [cart.id])
}
