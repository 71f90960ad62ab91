import { setTimeout as sleep } from "node:timers/promises"
import type { HttpTypes } from "@medusajs/framework/types"
import type { Entry } from "../result"
import type { BenchStore } from "../store/bench-store"
import { type Cart, readyCart, requireDiscount } from "../store/carts"
import { compareRequests } from "../store/compare-requests"
import { DISCOUNT, type Member, memberWithPoints } from "../store/shop"
import { TimedClient } from "../store/timed-client"

const POINTS = 100_000_000
/** What follows an order (its events, the settlement of its points) ends before the next begins. */
const QUIET_MS = 150

/** A cart becomes an order, paid in part with points or not. Carts are made before each block. */
export const complete: Entry = {
  names: ["complete"],
  title:
    "completing a cart with points against the same cart without, the plugin's hook on in both",
  async run(workbench) {
    const store = await workbench.store()
    const member = await memberWithPoints(store, "buyer", { points: POINTS })
    const plan = workbench.isQuick ? { rounds: 2, seconds: 0 } : { rounds: 10, seconds: 120 }
    const withPoints = new Carts(store, member, true)
    const without = new Carts(store, member, false)
    const prepare = async () => {
      await withPoints.make(plan.rounds)
      await without.make(plan.rounds)
    }
    const result = await compareRequests({
      name: "complete",
      goal: { atMost: 1.05 },
      plan: { ...plan, prepare },
      ours: () => withPoints.completeOne(),
      other: () => without.completeOne(),
    })
    return [result]
  },
}

/** Carts of one kind that wait for their completion. */
class Carts {
  private readonly waiting: Cart[] = []
  private readonly timed: TimedClient

  constructor(
    private readonly store: BenchStore,
    private readonly member: Member,
    private readonly withPoints: boolean
  ) {
    this.timed = new TimedClient(member.client)
  }

  async make(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.waiting.push(await readyCart(this.store, this.member, this.withPoints))
    }
  }

  async completeOne(): Promise<number> {
    await sleep(QUIET_MS)
    const path = `/store/carts/${this.waiting.pop()?.id}/complete`
    const { milliseconds, body } = await this.timed.post<HttpTypes.StoreCompleteCartResponse>(
      path,
      {}
    )
    if (body.type !== "order") {
      throw new Error(`${path} made no order: ${body.error.message}`)
    }
    requireDiscount(path, body.order, this.withPoints ? DISCOUNT : 0)
    return milliseconds
  }
}
