import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { CART_LOCK } from "../checkout/cart-lock"
import { showPlan } from "./show-plan"
import { holdPointsOnDraftStep } from "./steps/hold-points"

/**
 * Takes the points off a draft order, if there are any, and frees them.
 *
 * @throws NOT_FOUND if there is no such order; NOT_ALLOWED if it is no longer a draft or is being
 * edited
 * @example
 * await removePointsFromDraftOrderWorkflow(container).run({ input: { draft_order_id: "order_01" } })
 */
export const removePointsFromDraftOrderWorkflow = createWorkflow(
  "loyalty-points-remove-from-draft-order",
  (input: { draft_order_id: string }) => {
    acquireLockStep({
      key: input.draft_order_id,
      timeout: CART_LOCK.timeoutSeconds,
      ttl: CART_LOCK.ttlSeconds,
    })
    const plan = holdPointsOnDraftStep(
      transform(input, ({ draft_order_id }) => ({ draft_order_id, wish: "remove" as const }))
    )
    showPlan(input.draft_order_id, plan)
    releaseLockStep({ key: input.draft_order_id })
    return new WorkflowResponse(void 0)
  }
)
