import { AsyncLocalStorage } from "node:async_hooks"

const requests = new AsyncLocalStorage<Map<string, Promise<unknown>>>()

/**
 * Runs one request's work so that its steps share what they read with `readOnce` and what they leave
 * with `shareResult`: within milliseconds they quote the same cart several times. Whether its points
 * still hold is decided when the cart is completed, on what is there then.
 */
export function withSharedReads<T>(work: () => Promise<T>): Promise<T> {
  return requests.run(new Map(), work)
}

/** Reads what `key` names, or takes what this request has read of it already. */
export function readOnce<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = sharedResult<T>(key) ?? read()
  requests.getStore()?.set(key, known)
  return known
}

/** Leaves a result to later steps of this request; outside of one nobody takes it. */
export function shareResult<T>(key: string, result: T): void {
  requests.getStore()?.set(key, Promise.resolve(result))
}

/** What a step of this request has left or read under a key. */
export function sharedResult<T>(key: string): Promise<T> | undefined {
  return requests.getStore()?.get(key) as Promise<T> | undefined
}

/** Forgets all that this request's steps share: one of them failed half-way. */
export function forgetShared(): void {
  requests.getStore()?.clear()
}
