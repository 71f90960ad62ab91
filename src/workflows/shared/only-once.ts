import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The error of every Medusa locking provider when somebody else holds the lock. */
const TAKEN = /timed-out acquiring lock/i

/** Medusa's providers wait at least this long. */
const PATIENCE_SECONDS = 1

/**
 * Runs a job unless another instance of the store is running it; then it does nothing and returns null.
 * The lock ends with its process. It only saves work: the job must be correct without it.
 */
export async function onlyOnce<T>(
  container: MedusaContainer,
  name: string,
  job: () => Promise<T>
): Promise<T | null> {
  let started = false
  const run = () => {
    started = true
    return job()
  }
  try {
    return await container
      .resolve(Modules.LOCKING)
      .execute(name, run, { timeout: PATIENCE_SECONDS })
  } catch (error) {
    if (!started && TAKEN.test((error as Error).message)) {
      return null
    }
    throw error
  }
}
