import {
  acquireLockStep,
  releaseLockStep,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { refreshInput } from "./refresh-points"
import { requestPointsStep } from "./steps/request-points"

export type ApplyPointsInput = {
  cart_id: string
  customer_id: string
  /** The most to use; left out: as many as the rules allow. */
  points?: number
}

const LOCK_SECONDS = { timeout: 10, ttl: 20 }

/**
 * Asks for points on a cart, replacing an earlier request, and refreshes the cart so that its
 * discount, total and payment collection agree.
 *
 * @throws NOT_ALLOWED when the cart does not qualify (the reasons say why) or is being completed;
 * INVALID_DATA when `points` are more than the customer has
 * @example
 * await applyPointsToCartWorkflow(container).run({
 *   input: { cart_id: "cart_01", customer_id: "cus_01", points: 15000 },
 * })
 */
export const applyPointsToCartWorkflow = createWorkflow(
  "loyalty-points-apply-to-cart",
  (input: ApplyPointsInput) => {
    acquireLockStep({ key: input.cart_id, ...LOCK_SECONDS })
    requestPointsStep(input)
    updateCartPromotionsWorkflow.runAsStep({
      input: transform(input, ({ cart_id }) => refreshInput(cart_id)),
    })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(void 0)
  }
)
