import type Medusa from "@medusajs/js-sdk"
import { rememberCart, rememberedCart } from "./cart-memory"

/**
 * Turns a guest's cart into that of the customer who has just logged in. A cart that cannot be taken
 * over, because it is completed or deleted, must not keep anyone from logging in.
 */
export async function takeOverCart(sdk: Medusa, customerId: string): Promise<void> {
  const cartId = rememberedCart(null)
  if (!cartId) {
    return
  }
  try {
    const { cart } = await sdk.store.cart.transferCart(cartId)
    if (cart.items?.length || !rememberedCart(customerId)) {
      rememberCart(customerId, cartId)
    }
  } catch {
    return
  } finally {
    rememberCart(null, null)
  }
}
