import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { newRedemptionId } from "../../../modules/loyalty-points/ledger/ids"
import { resolveLoyaltyPoints } from "../../shared/loyalty-points"
import { freePoints } from "../free-hold"
import type { DraftPlan } from "../plan"

/**
 * Frees points that the changed discount no longer needs. The last step: what it frees may be spent
 * elsewhere at once, so it has no compensation.
 */
export const freePointsOfDraftStep = createStep(
  "loyalty-points-free-of-draft",
  async ({ plan }: { plan: DraftPlan | null }, { container }) => {
    if (!plan?.redemption) {
      return new StepResponse(void 0)
    }
    const { redemption, change, hold, ends } = plan
    const loyaltyPoints = resolveLoyaltyPoints(container)
    if (ends) {
      await freePoints(container, redemption)
    } else if (change === "free") {
      await loyaltyPoints.ledger.release({
        redemption_id: redemption.id,
        reapply_id: newRedemptionId(),
      })
    } else if (change === "lower" && hold) {
      await loyaltyPoints.ledger.hold(hold)
    }
    return new StepResponse(void 0)
  }
)
