import type { DataSource, EntityManager } from "typeorm"

import { withRetry } from "./retry"

/**
 * Runs statements that lock accounts in one transaction, and again in a new one when the database gave
 * it up for a reason that passes. Waits at most 5 s for a lock, as the ledger's functions do.
 */
export async function lockingTransaction<Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Result>
): Promise<Result> {
  return withRetry(() =>
    dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL lock_timeout = '5s'`)
      return work(manager)
    })
  )
}
