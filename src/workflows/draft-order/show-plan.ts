import { createOrUpdateOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"
import { when } from "@medusajs/framework/workflows-sdk"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"

import type { DraftPlan } from "./plan"
import { discountDraftStep } from "./steps/discount-draft"
import { freePointsOfDraftStep } from "./steps/free-points"

/** The steps after holding points: the discount, the amount to collect, and freeing the surplus. */
export function showPlan(draft_order_id: string, plan: WorkflowData<DraftPlan | null>): void {
  const isChanged = discountDraftStep({ draft_order_id, plan })
  when({ isChanged }, ({ isChanged }) => isChanged).then(() => {
    createOrUpdateOrderPaymentCollectionWorkflow.runAsStep({
      input: { order_id: draft_order_id },
    })
  })
  freePointsOfDraftStep({ plan })
}
