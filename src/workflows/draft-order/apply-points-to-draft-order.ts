import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { CART_LOCK } from "../checkout/cart-lock"
import { showPlan } from "./show-plan"
import { holdPointsOnDraftStep } from "./steps/hold-points"
import { requestPointsOnDraftStep } from "./steps/request-points"
import type { ApplyPointsToDraftInput } from "./steps/request-points"

/**
 * Pays a draft order with its customer's points, replacing those applied before. They are held until
 * the draft becomes an order, changes or is deleted.
 *
 * @throws NOT_FOUND if there is no such order; NOT_ALLOWED if it is no longer a draft, is being edited
 * or does not qualify (the reasons say why); INVALID_DATA if `points` is more than available
 * @example
 * await applyPointsToDraftOrderWorkflow(container).run({
 *   input: { draft_order_id: "order_01", points: 15000 },
 * })
 */
export const applyPointsToDraftOrderWorkflow = createWorkflow(
  "loyalty-points-apply-to-draft-order",
  (input: ApplyPointsToDraftInput) => {
    acquireLockStep({
      key: input.draft_order_id,
      timeout: CART_LOCK.timeoutSeconds,
      ttl: CART_LOCK.ttlSeconds,
    })
    requestPointsOnDraftStep(input)
    const plan = holdPointsOnDraftStep(
      transform(input, ({ draft_order_id }) => ({ draft_order_id, wish: "apply" as const }))
    )
    showPlan(input.draft_order_id, plan)
    releaseLockStep({ key: input.draft_order_id })
    return new WorkflowResponse(void 0)
  }
)
