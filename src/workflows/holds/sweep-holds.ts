import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { newRedemptionId } from "../../modules/loyalty-points/ledger/ids"
import { holdsOfGoneDrafts, orderOfDraft } from "../draft-order/gone-drafts"
import { settleOrderUnderLock } from "../settlement/settle-order"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

export type SweepReport = { captured: number; released: number; failed: number }

/** `limit`: how many holds of carts to look at in one run; the rest waits for the next. */
export type SweepInput = { limit?: number }

const DEFAULT_LIMIT = 500

/**
 * Ends holds that a completion left behind (the process was killed, an event was lost): captured if the
 * cart became an order, released otherwise. Holds of drafts last as long as the draft: they are
 * captured if it became an order but the event was lost, and released if it is gone. A hold that cannot
 * be ended is logged and does not stop the others.
 */
export async function sweepHolds(
  container: MedusaContainer,
  { limit = DEFAULT_LIMIT }: SweepInput = {}
): Promise<SweepReport> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const waitMs = loyaltyPoints.options.releaseHoldsAfterMinutes * 60_000
  const before = new Date(loyaltyPoints.now().getTime() - waitMs)
  const report: SweepReport = { captured: 0, released: 0, failed: 0 }
  for (const redemption of await loyaltyPoints.redemptions.cartsHeldBefore(before, limit)) {
    report[await endHold(container, redemption, orderOfCart)] += 1
  }
  for await (const redemption of holdsOfGoneDrafts(container, limit)) {
    report[await endHold(container, redemption, orderOfDraft)] += 1
  }
  return report
}

/** The order that a cart or a draft became, if it became one. */
type FindOrder = (container: MedusaContainer, targetId: string) => Promise<string | undefined>

async function endHold(
  container: MedusaContainer,
  redemption: LoyaltyRedemptionDTO,
  findOrder: FindOrder
): Promise<keyof SweepReport> {
  try {
    // The lock of the cart or draft, so that no completion runs meanwhile.
    return await container
      .resolve(Modules.LOCKING)
      .execute(redemption.target.id, () => captureOrRelease(container, redemption, findOrder))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`loyalty points: hold ${redemption.id} could not be ended`, error as Error)
    return "failed"
  }
}

async function captureOrRelease(
  container: MedusaContainer,
  redemption: LoyaltyRedemptionDTO,
  findOrder: FindOrder
): Promise<"captured" | "released"> {
  const orderId = await findOrder(container, redemption.target.id)
  if (orderId) {
    await settleOrderUnderLock(container, orderId)
    return "captured"
  }
  await resolveLoyaltyPoints(container).ledger.release({
    redemption_id: redemption.id,
    reapply_id: newRedemptionId(),
  })
  return "released"
}

async function orderOfCart(
  container: MedusaContainer,
  cartId: string
): Promise<string | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cartId },
  })
  return (data[0] as { order_id?: string } | undefined)?.order_id
}

const sweepHoldsStep = createStep(
  "loyalty-points-sweep-holds",
  async (input: SweepInput, { container }) => new StepResponse(await sweepHolds(container, input))
)

/**
 * `sweepHolds` as a workflow.
 *
 * @example
 * const { result } = await sweepHoldsWorkflow(container).run({ input: {} })
 */
export const sweepHoldsWorkflow = createWorkflow(
  "loyalty-points-sweep-holds",
  (input: SweepInput) => new WorkflowResponse(sweepHoldsStep(input))
)
