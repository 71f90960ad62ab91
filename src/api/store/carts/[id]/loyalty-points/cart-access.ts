import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import type { CartOwner, CartView } from "../../../../../workflows/shared/cart-view"
import { loadCart, loadCartOwner } from "../../../../../workflows/checkout/load-cart"

/** The cart of the path, for whoever may see it: its owner, or anybody while it is a guest's. */
export async function readableCart(req: MedusaRequest, actorId?: string): Promise<CartView> {
  const cart = await loadCart(req.scope, req.params.id as string)
  refuseStranger(cart, actorId)
  return cart
}

/** The id of the path's cart, for the logged-in customer it belongs to. */
export async function ownCartId(req: MedusaRequest, actorId: string): Promise<string> {
  const cart = await loadCartOwner(req.scope, req.params.id as string)
  refuseStranger(cart, actorId)
  if (!ownerOf(cart)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `This cart is still a guest's; take it over first with POST /store/carts/${cart.id}/customer`
    )
  }
  return cart.id
}

function refuseStranger(cart: CartOwner, actorId: string | undefined): void {
  const owner = ownerOf(cart)
  if (owner && owner !== actorId) {
    // As if it did not exist: nobody learns which carts there are.
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart id not found: ${cart.id}`)
  }
}

const ownerOf = (cart: CartOwner): string | null =>
  cart.customer?.has_account ? cart.customer.id : null
