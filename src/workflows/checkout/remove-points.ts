import {
  acquireLockStep,
  releaseLockStep,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { CART_LOCK } from "./cart-lock"
import { refreshInput } from "./refresh-points"
import { withdrawPointsStep } from "./steps/withdraw-points"

/**
 * Takes the points off a cart, if there are any, and refreshes it.
 *
 * @example
 * await removePointsFromCartWorkflow(container).run({ input: { cart_id: "cart_01" } })
 */
export const removePointsFromCartWorkflow = createWorkflow(
  "loyalty-points-remove-from-cart",
  (input: { cart_id: string }) => {
    acquireLockStep({
      key: input.cart_id,
      timeout: CART_LOCK.timeoutSeconds,
      ttl: CART_LOCK.ttlSeconds,
    })
    withdrawPointsStep(input)
    updateCartPromotionsWorkflow.runAsStep({
      input: transform(input, ({ cart_id }) => refreshInput(cart_id)),
    })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(void 0)
  }
)
