import type { HttpTypes } from "@medusajs/types"

/** What a shopper does, in order; points and payment are open together. */
export type Step = "address" | "delivery" | "payment"

/** The first step that a cart still needs. */
export function openStep(cart: HttpTypes.StoreCart): Step {
  if (!cart.email || !cart.shipping_address?.address_1) {
    return "address"
  }
  return cart.shipping_methods?.length ? "payment" : "delivery"
}
