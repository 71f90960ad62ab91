import { randomUUID } from "node:crypto"
import { DAY_IN_MS } from "../../../src/domain/shared/day"
import { LedgerStore } from "../../../src/modules/loyalty-points/ledger/ledger-store"
import type { SettleInput } from "../../../src/modules/loyalty-points/ledger/types"
import { settleInChunks } from "../../../src/workflows/settlement/settle-in-chunks"
import { type LedgerSize, randomAccountId } from "../ledger-data"
import { compare, effort } from "../measure"
import type { Entry } from "../result"
import { FILLED_AT } from "../workbench"

const YEAR_MS = 365 * DAY_IN_MS
const FULL = { many: 10_000, oneByOne: 1_000 }
const QUICK = { many: 300, oneByOne: 50 }
const NOBODY_LISTENS = {
  settled: async () => undefined,
  failed: (_: unknown, error: unknown) => {
    throw error
  },
}

/** Purchases of an import settled in chunks of 100, against one call for each, by one client. */
export const settleMany: Entry = {
  names: ["settle_many"],
  title: "purchases of many customers settled in chunks of 100, against one by one",
  async run(workbench) {
    const { isQuick, size } = workbench
    const dataSource = await workbench.ledger(1)
    const ledger = new LedgerStore(dataSource, () => FILLED_AT)
    // The filled ledger has no settlements; PostgreSQL plans differently for a table with rows.
    await ledger.settleMany(purchases(1_000, size), FILLED_AT)
    await dataSource.query("ANALYZE loyalty_settlement")
    const counts = isQuick ? QUICK : FULL
    return [
      await compare({
        name: "settle_many",
        unit: "purchases per s",
        goal: { atLeast: 3 },
        runs: effort(isQuick).runs,
        ours: () =>
          perSecond(purchases(counts.many, size), (inputs) =>
            settleInChunks(ledger, inputs, FILLED_AT, NOBODY_LISTENS)
          ),
        other: () =>
          perSecond(purchases(counts.oneByOne, size), async (inputs) => {
            for (const input of inputs) {
              await ledger.settle(input, FILLED_AT)
            }
          }),
      }),
    ]
  },
}

/** New purchases of random customers, as an import reads them. */
const purchases = (count: number, size: LedgerSize): SettleInput[] =>
  Array.from({ length: count }, () => ({
    account_id: randomAccountId(size),
    source: { type: "purchase", id: `purchase_${randomUUID()}` },
    ...{ earned: 100, redeemed: 0, policy: "allow_negative", revision: 0 },
    ...{ available_at: FILLED_AT, expires_at: new Date(FILLED_AT.getTime() + YEAR_MS) },
    program: { id: "lprog_bench", version: 1 },
    purchase: { purchased_at: FILLED_AT, spent: "100", currency_code: "usd", counted: true },
  }))

async function perSecond(
  inputs: SettleInput[],
  work: (inputs: SettleInput[]) => Promise<unknown>
): Promise<number> {
  const started = performance.now()
  await work(inputs)
  return (inputs.length / (performance.now() - started)) * 1000
}
