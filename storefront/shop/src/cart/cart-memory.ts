import { useCallback, useSyncExternalStore } from "react"
import { read, write } from "../app/storage"

const listeners = new Set<() => void>()

/** The cart stored in the browser for a customer (their id) or a guest (null). */
export function rememberedCart(customerId: string | null): string | null {
  return read(keyOf(customerId))
}

/** Stores a cart's id; null removes it. */
export function rememberCart(customerId: string | null, cartId: string | null): void {
  write(keyOf(customerId), cartId)
  listeners.forEach((changed) => changed())
}

/** The id of the stored cart, from here or another tab. */
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
