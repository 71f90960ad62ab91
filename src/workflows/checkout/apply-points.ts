import {
  acquireLockStep,
  releaseLockStep,
  updateCartPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { CART_LOCK } from "./cart-lock"
import { refreshInput } from "./refresh-points"
import { requestPointsStep } from "./steps/request-points"
import type { ApplyPointsInput } from "./steps/request-points"

/**
 * Requests points on a cart, replacing an earlier request, and refreshes the cart so that its discount,
 * total and payment collection agree.
 *
 * @throws NOT_FOUND when the cart is not the customer's; NOT_ALLOWED when it is a guest's, does not
 * qualify (the reasons say why) or is being completed;
 * INVALID_DATA when `points` is more than the customer has
 * @example
 * await applyPointsToCartWorkflow(container).run({
 *   input: { cart_id: "cart_01", customer_id: "cus_01", points: 15000 },
 * })
 */
export const applyPointsToCartWorkflow = createWorkflow(
  "loyalty-points-apply-to-cart",
  (input: ApplyPointsInput) => {
    acquireLockStep({
      key: input.cart_id,
      timeout: CART_LOCK.timeoutSeconds,
      ttl: CART_LOCK.ttlSeconds,
    })
    requestPointsStep(input)
    updateCartPromotionsWorkflow.runAsStep({
      input: transform(input, ({ cart_id }) => refreshInput(cart_id)),
    })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(void 0)
  }
)
