import type { HttpTypes } from "@medusajs/types"
import { createContext, useContext, type ReactNode } from "react"
import useSWR from "swr"
import { useBackend } from "../app/backend"
import { useSession } from "../session/session"
import { isGone, loadCart } from "./load-cart"
import { rememberCart, useRememberedCart } from "./cart-memory"

type Cart = HttpTypes.StoreCart

interface CartState {
  /** The shopper's cart; null if there is none yet, undefined until known. */
  cart: Cart | null | undefined
  error: unknown
  count: number
  add: (variantId: string, quantity: number) => Promise<void>
  /** Makes a change that returns the updated cart. */
  change: (work: (cartId: string) => Promise<{ cart: Cart }>) => Promise<void>
  /** Accepts a cart that was changed elsewhere. */
  take: (cart: Cart) => void
  refresh: () => Promise<Cart | null | undefined>
  /** Forgets a cart that became an order: the next one starts empty. */
  leave: () => void
}

const CartContext = createContext<CartState | undefined>(undefined)

/** Provides the shopper's cart; a completed or deleted one is silently dropped. */
export function CartProvider({ children }: { children: ReactNode }) {
  const { sdk, config } = useBackend()
  const { customer } = useSession()
  const owner = customer?.id ?? null
  const cartId = useRememberedCart(owner)
  const isKnown = customer !== undefined
  const key = isKnown && cartId ? ["cart", cartId] : null
  const { data, error, mutate } = useSWR(key, () => loadCart(sdk, owner, cartId))
  const cart = isKnown && !cartId ? null : data

  const take = (changed: Cart) => void mutate(changed, { revalidate: false })

  const begin = async (items: HttpTypes.StoreAddCartLineItem[]) => {
    const { cart } = await sdk.store.cart.create({ region_id: config.region_id, items })
    rememberCart(owner, cart.id)
  }

  const add = async (variant_id: string, quantity: number) => {
    if (!cartId) {
      return begin([{ variant_id, quantity }])
    }
    try {
      take((await sdk.store.cart.createLineItem(cartId, { variant_id, quantity })).cart)
    } catch (error) {
      if (!(await isGone(sdk, cartId))) {
        throw error
      }
      await begin([{ variant_id, quantity }])
    }
  }

  const change = async (work: (cartId: string) => Promise<{ cart: Cart }>) => {
    if (cartId) {
      take((await work(cartId)).cart)
    }
  }

  const state: CartState = {
    cart,
    error,
    count: (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0),
    add,
    change,
    take,
    refresh: () => mutate(),
    leave: () => rememberCart(owner, null),
  }
  return <CartContext.Provider value={state}>{children}</CartContext.Provider>
}

/** The shopper's cart and functions to change it. */
export function useCart(): CartState {
  const state = useContext(CartContext)
  if (!state) {
    throw new Error("useCart needs a CartProvider above it.")
  }
  return state
}
