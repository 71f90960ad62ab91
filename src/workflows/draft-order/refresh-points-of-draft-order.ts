import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { CART_LOCK } from "../checkout/cart-lock"
import { showPlan } from "./show-plan"
import { refreshHoldOfDraftStep } from "./steps/hold-points"

/**
 * Quotes a draft order's points again after it changed (other lines, a promotion, another customer), as
 * each refresh of a cart does. A draft that is already right is left alone, and so is one whose points
 * cannot change now.
 *
 * @example
 * await refreshPointsOfDraftOrderWorkflow(container).run({ input: { draft_order_id: "order_01" } })
 */
export const refreshPointsOfDraftOrderWorkflow = createWorkflow(
  "loyalty-points-refresh-draft-order",
  (input: { draft_order_id: string }) => {
    acquireLockStep({
      key: input.draft_order_id,
      timeout: CART_LOCK.timeoutSeconds,
      ttl: CART_LOCK.ttlSeconds,
    })
    showPlan(input.draft_order_id, refreshHoldOfDraftStep(input))
    releaseLockStep({ key: input.draft_order_id })
    return new WorkflowResponse(void 0)
  }
)
