import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { cartTarget } from "../../../domain/checkout/target"
import { resolveLoyaltyPoints } from "../../shared/loyalty-points"
import { loadCart } from "../load-cart"
import { findRequest } from "../request"

/** Withdraws the cart's request. Its compensation restores it. */
export const withdrawPointsStep = createStep(
  "loyalty-points-withdraw",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    const cart = await loadCart(container, cart_id)
    if (cart.completed_at) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart.id} is already completed`)
    }
    const previous = await findRequest(container, cart_id)
    await resolveLoyaltyPoints(container).redemptions.withdraw(cartTarget(cart_id))
    return new StepResponse(void 0, previous)
  },
  async (previous, { container }) => {
    if (!previous) {
      return
    }
    const loyaltyPoints = resolveLoyaltyPoints(container)
    const account = await loyaltyPoints.accounts.ensure(previous.customer_id)
    await loyaltyPoints.redemptions.request({ ...previous, account_id: account.id })
  }
)
