import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import type { CartView } from "../../../../../workflows/checkout/cart-view"
import { loadCart } from "../../../../../workflows/checkout/load-cart"

/** The cart of the path, for whoever may see it: its owner, or anybody while it is a guest's. */
export async function readableCart(req: MedusaRequest, actorId?: string): Promise<CartView> {
  const cartId = req.params.id as string
  const cart = await loadCart(req.scope, cartId)
  const owner = ownerOf(cart)
  if (owner && owner !== actorId) {
    // As if it did not exist: nobody learns which carts there are.
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart id not found: ${cartId}`)
  }
  return cart
}

/** The cart of the path, for the logged-in customer it belongs to. */
export async function ownCart(req: MedusaRequest, actorId: string): Promise<CartView> {
  const cart = await readableCart(req, actorId)
  if (!ownerOf(cart)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `This cart is still a guest's; take it over first with POST /store/carts/${cart.id}/customer`
    )
  }
  return cart
}

const ownerOf = (cart: CartView): string | null =>
  cart.customer?.has_account ? cart.customer.id : null
