import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { replaceLineAdjustments } from "../../shared/line-adjustments"
import type { DraftPlan } from "../plan"

type DiscountInput = { draft_order_id: string; plan: DraftPlan | null }

/** Puts the planned discount on the draft's lines. Its compensation restores the previous version. */
export const discountDraftStep = createStep(
  "loyalty-points-discount-draft",
  async (
    { draft_order_id, plan }: DiscountInput,
    { container }
  ): Promise<StepResponse<boolean, string | null>> => {
    if (!plan || plan.lines.length === 0) {
      return new StepResponse(false, null)
    }
    await replaceLineAdjustments(container, draft_order_id, plan.lines)
    return new StepResponse(true, draft_order_id)
  },
  async (orderId: string | null | undefined, { container }) => {
    if (orderId) {
      await container.resolve(Modules.ORDER).revertLastVersion(orderId)
    }
  }
)
