import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What every locking provider of Medusa says when somebody else keeps the lock. */
const TAKEN = /timed-out acquiring lock/i

/** Medusa's providers wait at least this long. */
const PATIENCE_SECONDS = 1

/**
 * Runs a job unless another instance of the store is at it; then nothing happens and null is
 * returned. The lock ends with the process that has it. It saves work; what the job does must be
 * right without it too.
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
