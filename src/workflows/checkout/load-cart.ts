import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"

import { CART_VIEW_FIELDS } from "./cart-view"
import type { CartView } from "./cart-view"

/** @throws NOT_FOUND */
export async function loadCart(container: MedusaContainer, cartId: string): Promise<CartView> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: CART_VIEW_FIELDS,
    filters: { id: cartId },
  })
  if (!data[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart id not found: ${cartId}`)
  }
  return data[0] as unknown as CartView
}
