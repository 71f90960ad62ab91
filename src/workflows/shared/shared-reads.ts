import { AsyncLocalStorage } from "node:async_hooks"

const requests = new AsyncLocalStorage<Map<string, Promise<unknown>>>()

/**
 * Runs one request's work so that its steps share what they read with `readOnce` and publish with
 * `shareResult`: within milliseconds they quote the same cart several times. Whether the points are
 * still valid is decided when the cart is completed, on data read then.
 */
export function withSharedReads<T>(work: () => Promise<T>): Promise<T> {
  return requests.run(new Map(), work)
}

/** Reads under a key, or returns what this request has already read under it. */
export function readOnce<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = sharedResult<T>(key) ?? read()
  requests.getStore()?.set(key, known)
  return known
}

/** Shares a result with later steps of this request; outside of one it has no effect. */
export function shareResult<T>(key: string, result: T): void {
  requests.getStore()?.set(key, Promise.resolve(result))
}

/** What a step of this request has shared or read under a key. */
export function sharedResult<T>(key: string): Promise<T> | undefined {
  return requests.getStore()?.get(key) as Promise<T> | undefined
}

/** Discards everything this request's steps share, because one of them failed half-way. */
export function forgetShared(): void {
  requests.getStore()?.clear()
}
