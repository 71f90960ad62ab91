import { FetchError, type default as Medusa } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { rememberCart } from "./cart-memory"

/** Loads a cart that can still be used; any other is forgotten. */
export async function loadCart(
  sdk: Medusa,
  owner: string | null,
  cartId: string | null
): Promise<HttpTypes.StoreCart | null> {
  const cart = cartId ? await openCart(sdk, cartId) : null
  if (!cart) {
    rememberCart(owner, null)
  }
  return cart
}

/** Whether a cart is completed or no longer exists. */
export async function isGone(sdk: Medusa, cartId: string): Promise<boolean> {
  return (await openCart(sdk, cartId)) === null
}

async function openCart(sdk: Medusa, cartId: string): Promise<HttpTypes.StoreCart | null> {
  try {
    const { cart } = await sdk.store.cart.retrieve(cartId)
    return cart.completed_at ? null : cart
  } catch (error) {
    if (error instanceof FetchError && error.status === 404) {
      return null
    }
    throw error
  }
}
