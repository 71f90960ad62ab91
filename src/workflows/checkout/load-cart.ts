import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { CART_OWNER_FIELDS, CART_VIEW_FIELDS } from "../shared/cart-view"
import type { CartOwner, CartView } from "../shared/cart-view"

/** @throws NOT_FOUND */
export async function loadCart(container: MedusaContainer, cartId: string): Promise<CartView> {
  return load<CartView>(container, cartId, CART_VIEW_FIELDS)
}

/**
 * Whose cart it is, without its lines.
 *
 * @throws NOT_FOUND
 */
export async function loadCartOwner(
  container: MedusaContainer,
  cartId: string
): Promise<CartOwner> {
  return load<CartOwner>(container, cartId, CART_OWNER_FIELDS)
}

async function load<T>(container: MedusaContainer, cartId: string, fields: string[]): Promise<T> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields, filters: { id: cartId } })
  if (!data[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart id not found: ${cartId}`)
  }
  return data[0] as unknown as T
}
