import type { Pool } from "pg"
import type LoyaltyPointsModuleService from "../../../src/modules/loyalty-points/service"
import { type LedgerSize, randomAccountId } from "../ledger-data"
import { CLIENTS, compareRates } from "../measure"
import { Floor } from "../peers/floor"
import type { Entry, Goal } from "../result"

/** An operation of the module's service to measure against the floor's debit. */
export interface FloorComparison {
  name: string
  title: string
  goal: Goal
  /** The account to use, for us and for the floor; by default any. */
  account?(size: LedgerSize): string
  /** Prepares what a number of milliseconds of the work needs. */
  prepare?(milliseconds: number, pool: Pool, size: LedgerSize): Promise<void>
  /** Returns false when nothing is left to do. */
  work(service: LoyaltyPointsModuleService, accountId: string): Promise<unknown>
}

/** Measures how often per second the service does an operation, against the floor's debit. */
export function againstFloor({
  name,
  title,
  goal,
  account = randomAccountId,
  prepare,
  work,
}: FloorComparison): Entry {
  return {
    names: [name],
    title: `${title}, ${CLIENTS} clients`,
    async run(workbench) {
      const { isQuick, size } = workbench
      const service = await workbench.loyaltyPoints(CLIENTS)
      const pool = await workbench.pool(CLIENTS)
      const floor = await Floor.open(pool)
      return [
        await compareRates({
          name,
          goal,
          isQuick,
          prepare: async (milliseconds) => prepare?.(milliseconds, pool, size),
          ours: () => work(service, account(size)),
          other: () => floor.debit(account(size)),
        }),
      ]
    },
  }
}
