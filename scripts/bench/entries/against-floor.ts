import type { Pool } from "pg"
import type LoyaltyPointsModuleService from "../../../src/modules/loyalty-points/service"
import { type LedgerSize, randomAccountId } from "../ledger-data"
import { CLIENTS, compareRates } from "../measure"
import { Floor } from "../peers/floor"
import type { Entry, Goal } from "../result"

/** A work of the module's service to measure against the floor's debit. */
export interface FloorComparison {
  name: string
  title: string
  goal: Goal
  /** Whose turn it is, for us and for the floor; left out: any account's. */
  account?(size: LedgerSize): string
  /** What so many milliseconds of the work need, made before them. */
  prepare?(milliseconds: number, pool: Pool, size: LedgerSize): Promise<void>
  /** Answers false when nothing is left to do. */
  work(service: LoyaltyPointsModuleService, accountId: string): Promise<unknown>
}

/** Measures how often the service does a work in a second against the floor's debit. */
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
