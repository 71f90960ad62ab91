import type { HttpTypes } from "@medusajs/types"
import type { ReactNode } from "react"
import { Loading, Trouble } from "../ui/states"
import { useCart } from "./cart"
import { EmptyCart } from "./empty-cart"

type Cart = HttpTypes.StoreCart
type Items = HttpTypes.StoreCartLineItem[]

/** Shows a filled cart; otherwise that it is empty, loading, or why it failed to load. */
export function WithCart({ children }: { children: (cart: Cart, items: Items) => ReactNode }) {
  const { cart, error, refresh } = useCart()
  if (cart === undefined) {
    return error ? <Trouble error={error} onRetry={() => void refresh()} /> : <Loading />
  }
  return cart?.items?.length ? children(cart, cart.items) : <EmptyCart />
}
