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
import { settleOrderUnderLock } from "../earning/settle-order"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

export type SweepReport = { captured: number; released: number; failed: number }

/** `limit`: holds looked at in one run; what is left waits for the next. */
export type SweepInput = { limit?: number }

const DEFAULT_LIMIT = 500

/**
 * Settles holds that a completion left behind (the process was killed, an event was lost): captured
 * when the cart became an order, released otherwise. A hold that cannot be settled is told in the
 * log and does not stop the others.
 */
export async function sweepHolds(
  container: MedusaContainer,
  { limit = DEFAULT_LIMIT }: SweepInput = {}
): Promise<SweepReport> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const waitMs = loyaltyPoints.options.releaseHoldsAfterMinutes * 60_000
  const before = new Date(loyaltyPoints.now().getTime() - waitMs)
  const report: SweepReport = { captured: 0, released: 0, failed: 0 }
  for (const redemption of await loyaltyPoints.listHoldsBefore(before, limit)) {
    report[await settleHold(container, redemption)] += 1
  }
  return report
}

async function settleHold(
  container: MedusaContainer,
  redemption: LoyaltyRedemptionDTO
): Promise<keyof SweepReport> {
  try {
    // The cart's lock: no completion of it runs meanwhile.
    return await container
      .resolve(Modules.LOCKING)
      .execute(redemption.cart_id, () => captureOrRelease(container, redemption))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`loyalty points: hold ${redemption.id} could not be settled`, error as Error)
    return "failed"
  }
}

async function captureOrRelease(
  container: MedusaContainer,
  redemption: LoyaltyRedemptionDTO
): Promise<"captured" | "released"> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: redemption.cart_id },
  })
  const orderId = (data[0] as { order_id?: string } | undefined)?.order_id
  if (orderId) {
    await settleOrderUnderLock(container, orderId)
    return "captured"
  }
  await resolveLoyaltyPoints(container).release({
    redemption_id: redemption.id,
    reapply_id: newRedemptionId(),
  })
  return "released"
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
