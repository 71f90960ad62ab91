import { MedusaError } from "@medusajs/framework/utils"

import type { CartOwner } from "../shared/cart-view"

/** The customer whose cart it is; null while it is a guest's. */
export const memberOf = (cart: CartOwner): string | null =>
  cart.customer?.has_account ? cart.customer.id : null

/**
 * Refuses somebody else's cart as if it did not exist, so that nobody learns which carts exist.
 *
 * @throws NOT_FOUND
 */
export function refuseStranger(cart: CartOwner, customerId: string | undefined): void {
  const owner = memberOf(cart)
  if (owner && owner !== customerId) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart id not found: ${cart.id}`)
  }
}

/** @throws NOT_FOUND for another customer's cart; NOT_ALLOWED while it is a guest's */
export function requireOwnCart(cart: CartOwner, customerId: string): void {
  refuseStranger(cart, customerId)
  if (!memberOf(cart)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `This cart is still a guest's; take it over first with POST /store/carts/${cart.id}/customer`
    )
  }
}
