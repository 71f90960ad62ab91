import type { MedusaRequest } from "@medusajs/framework/http"

import { refuseStranger, requireOwnCart } from "../../../../../workflows/checkout/cart-owner"
import { loadCart, loadCartOwner } from "../../../../../workflows/checkout/load-cart"
import type { CartView } from "../../../../../workflows/shared/cart-view"

/** The cart of the path, for whoever may see it: its owner, or anybody while it is a guest's. */
export async function readableCart(req: MedusaRequest, actorId?: string): Promise<CartView> {
  const cart = await loadCart(req.scope, req.params.id as string)
  refuseStranger(cart, actorId)
  return cart
}

/** The id of the path's cart, for the logged-in customer it belongs to. */
export async function ownCartId(req: MedusaRequest, actorId: string): Promise<string> {
  const cart = await loadCartOwner(req.scope, req.params.id as string)
  requireOwnCart(cart, actorId)
  return cart.id
}
