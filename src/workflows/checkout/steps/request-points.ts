import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { cartTarget } from "../../../domain/checkout/target"
import type { RedemptionTarget } from "../../../domain/checkout/target"
import type { Quote } from "../../../domain/checkout/quote"
import type { LoyaltyRedemptionDTO } from "../../../modules/loyalty-points/checkout/redemption-dto"
import { resolveLoyaltyPoints } from "../../shared/loyalty-points"
import type { CartView } from "../../shared/cart-view"
import { requireOwnCart } from "../cart-owner"
import { loadCart } from "../load-cart"
import { accountToQuote, quoteCart } from "../quote-cart"
import { refuseClosedAccount, refuseMoreThanAvailable, refuseUnlessEligible } from "../refuse"
import { findRequest } from "../request"

export type ApplyPointsInput = {
  cart_id: string
  customer_id: string
  /** The most to use; left out: as many as the rules allow. */
  points?: number
}

type Undo = { cart_id: string; previous: LoyaltyRedemptionDTO | null }

/** Checks the rules and writes the request. Its compensation restores the previous request. */
export const requestPointsStep = createStep(
  "loyalty-points-request",
  async (input: ApplyPointsInput, { container }) => {
    const cart = await loadCart(container, input.cart_id)
    requireOwnCart(cart, input.customer_id)
    const previous = await findRequest(container, cart.id)
    await refuseClosedAccount(container, input.customer_id)
    const { quote } = await quoteCart(container, cart, null)
    refuseUnlessAllowed(cart, quote, input)
    await writeRequest(container, {
      target: cartTarget(cart.id),
      customer_id: input.customer_id,
      currency_code: cart.currency_code,
      points: input.points ?? quote.available,
    })
    return new StepResponse(void 0, { cart_id: cart.id, previous } satisfies Undo)
  },
  async (undo: Undo | undefined, { container }) => {
    if (!undo) {
      return
    }
    const loyaltyPoints = resolveLoyaltyPoints(container)
    if (!undo.previous) {
      return loyaltyPoints.redemptions.withdraw(cartTarget(undo.cart_id))
    }
    const { target, customer_id, points_requested: points } = undo.previous
    const { currency_code } = await loadCart(container, undo.cart_id)
    await writeRequest(container, { target, customer_id, currency_code, points })
  }
)

function refuseUnlessAllowed(cart: CartView, quote: Quote, { points }: ApplyPointsInput): void {
  if (cart.completed_at) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart.id} is already completed`)
  }
  refuseUnlessEligible(quote)
  refuseMoreThanAvailable(quote, points)
}

/** What is requested on a cart or a draft order. */
export type PointsRequest = {
  target: RedemptionTarget
  customer_id: string
  currency_code: string
  points: number
}

/**
 * Writes a request, replacing the previous one.
 *
 * @throws NOT_ALLOWED while the cart is being completed
 */
export async function writeRequest(
  container: MedusaContainer,
  { points, ...request }: PointsRequest
): Promise<void> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const account =
    (await accountToQuote(container, request.customer_id)) ??
    (await loyaltyPoints.accounts.ensure(request.customer_id))
  const isWritten = await loyaltyPoints.redemptions.request({
    ...request,
    account_id: account.id,
    points_requested: points,
  })
  if (!isWritten) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Cart ${request.target.id} is being completed; its points cannot change now`
    )
  }
}
