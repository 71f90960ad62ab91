import { setTimeout as sleep } from "node:timers/promises"
import type { HttpTypes } from "@medusajs/framework/types"
import type { Entry } from "../result"
import type { BenchStore } from "../store/bench-store"
import { type Cart, discountBy, readyCart, type Reduction, requireDiscount } from "../store/carts"
import { compareRequests } from "../store/compare-requests"
import { type Member, memberWithPoints } from "../store/shop"
import { TimedClient } from "../store/timed-client"
import { planOf } from "../store/turns"

const POINTS = 100_000_000
/** Waits until an order's events and the settlement of its points are done before the next begins. */
const QUIET_MS = 150

/**
 * Completes a cart: paid in part with points, with the same discount by a code, or with neither. Carts
 * are made before each block.
 */
export const complete: Entry = {
  names: ["complete", "complete_vs_code"],
  title: "completing a cart with points against one without, and against one with a promotion code",
  async run(workbench) {
    const store = await workbench.store()
    const member = await memberWithPoints(store, "buyer", { points: POINTS })
    const plan = planOf(workbench.isQuick, 10, 120)
    const carts = (reduction: Reduction) => new Carts(store, member, reduction)
    const [withPoints, without, withCode] = [carts("points"), carts("none"), carts("code")] as const
    const prepare = async () => {
      for (const kind of [withPoints, without, withCode]) {
        await kind.make(plan.rounds)
      }
    }
    return compareRequests({
      plan: { ...plan, prepare },
      ours: () => withPoints.completeOne(),
      peers: [
        { name: "complete", goal: { atMost: 1.05 }, side: () => without.completeOne() },
        { name: "complete_vs_code", side: () => withCode.completeOne() },
      ],
    })
  },
}

/** Carts of one kind that are ready to be completed. */
class Carts {
  private readonly waiting: Cart[] = []
  private readonly timed: TimedClient

  constructor(
    private readonly store: BenchStore,
    private readonly member: Member,
    private readonly reduction: Reduction
  ) {
    this.timed = new TimedClient(member.client)
  }

  async make(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.waiting.push(await readyCart(this.store, this.member, this.reduction))
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
    requireDiscount(path, body.order, discountBy(this.reduction))
    return milliseconds
  }
}
