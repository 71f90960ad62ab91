import { setTimeout as pause } from "node:timers/promises"

import { underlyingError } from "./underlying-error"

const ATTEMPTS = 5
const FIRST_PAUSE_MS = 10
const DEADLOCK = "40P01"
const SERIALIZATION_FAILURE = "40001"
const UNIQUE_VIOLATION = "23505"
const IDEMPOTENCY_KEY_INDEX = "loyalty_transaction_key_unique"

/**
 * Retries an operation in a new transaction when the database aborted it for a transient reason: a
 * deadlock, a serialization failure, or a race of two calls with one idempotency key (the retry finds
 * what the first call wrote). At most 5 times.
 */
export async function withRetry<T>(operation: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation()
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) {
        throw error
      }
      await pause(pauseBefore(attempt))
    }
  }
}

/** Longer each time and random, so that operations that collided once do not collide again. */
const pauseBefore = (attempt: number) => Math.random() * FIRST_PAUSE_MS * 2 ** attempt

function isPassing(error: unknown): boolean {
  const { code, constraint } = underlyingError(error)
  if (code === DEADLOCK || code === SERIALIZATION_FAILURE) {
    return true
  }
  return code === UNIQUE_VIOLATION && constraint === IDEMPOTENCY_KEY_INDEX
}
