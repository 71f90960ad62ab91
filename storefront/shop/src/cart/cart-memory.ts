import { useCallback, useSyncExternalStore } from "react"
import { read, write } from "../app/storage"

const listeners = new Set<() => void>()

/** The cart that the browser keeps for a customer (their id) or for a guest (null). */
export function rememberedCart(customerId: string | null): string | null {
  return read(keyOf(customerId))
}

/** Keeps a cart's id; null forgets it. */
export function rememberCart(customerId: string | null, cartId: string | null): void {
  write(keyOf(customerId), cartId)
  listeners.forEach((changed) => changed())
}

/** The id of the cart that is kept, here or in another tab. */
export function useRememberedCart(customerId: string | null): string | null {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => rememberedCart(customerId), [customerId])
  )
}

function keyOf(customerId: string | null): string {
  return `cart.${customerId ?? "guest"}`
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  window.addEventListener("storage", changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener("storage", changed)
  }
}
