import { setTimeout as sleep } from "node:timers/promises"

const PATIENCE_MS = 15_000
const PAUSE_MS = 50

/**
 * Repeats an assertion until it holds, and returns what it returned. When it never does, the
 * test fails with the assertion's last failure.
 */
export async function eventually<T>(
  assertion: () => T | Promise<T>,
  patience = PATIENCE_MS
): Promise<T> {
  const deadline = performance.now() + patience
  for (;;) {
    try {
      return await assertion()
    } catch (error) {
      if (performance.now() > deadline) {
        throw error
      }
      await sleep(PAUSE_MS)
    }
  }
}
