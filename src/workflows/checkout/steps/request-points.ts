import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { Quote } from "../../../domain/checkout/quote"
import type { LoyaltyRedemptionDTO } from "../../../modules/loyalty-points/checkout/redemption-dto"
import { resolveLoyaltyPoints } from "../../shared/loyalty-points"
import type { CartView } from "../../shared/cart-view"
import { loadCart } from "../load-cart"
import { quoteCart } from "../quote-cart"
import { refuseClosedAccount, refuseMoreThanAvailable, refuseUnlessEligible } from "../refuse"
import { findRequest } from "../request"

export type ApplyPointsInput = {
  cart_id: string
  customer_id: string
  /** The most to use; left out: as many as the rules allow. */
  points?: number
}

type Undo = { cart_id: string; previous: LoyaltyRedemptionDTO | null }

/** Checks the rules and writes the request. Undone, the cart asks for what it asked for before. */
export const requestPointsStep = createStep(
  "loyalty-points-request",
  async (input: ApplyPointsInput, { container }) => {
    const cart = await loadCart(container, input.cart_id)
    const previous = await findRequest(container, cart.id)
    await refuseClosedAccount(container, input.customer_id)
    const { quote } = await quoteCart(container, cart, null)
    refuseUnlessAllowed(cart, quote, input)
    await writeRequest(container, cart, input.customer_id, input.points ?? quote.available)
    return new StepResponse(void 0, { cart_id: cart.id, previous } satisfies Undo)
  },
  async (undo: Undo | undefined, { container }) => {
    if (!undo) {
      return
    }
    const loyaltyPoints = resolveLoyaltyPoints(container)
    if (!undo.previous) {
      return loyaltyPoints.redemptions.withdraw(undo.cart_id)
    }
    const { customer_id, points_requested } = undo.previous
    const cart = await loadCart(container, undo.cart_id)
    await writeRequest(container, cart, customer_id, points_requested)
  }
)

function refuseUnlessAllowed(cart: CartView, quote: Quote, { points }: ApplyPointsInput): void {
  if (cart.completed_at) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart.id} is already completed`)
  }
  refuseUnlessEligible(quote)
  refuseMoreThanAvailable(quote, points)
}

/**
 * Writes what is asked for on a cart or a draft order, in place of what was asked for before.
 *
 * @throws NOT_ALLOWED while the cart is being completed
 */
export async function writeRequest(
  container: MedusaContainer,
  cart: CartView,
  customerId: string,
  points: number
): Promise<void> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const account = await loyaltyPoints.accounts.ensure(customerId)
  const isApplied = await loyaltyPoints.redemptions.request({
    account_id: account.id,
    cart_id: cart.id,
    customer_id: customerId,
    currency_code: cart.currency_code,
    points_requested: points,
  })
  if (!isApplied) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Cart ${cart.id} is being completed; its points cannot change now`
    )
  }
}
