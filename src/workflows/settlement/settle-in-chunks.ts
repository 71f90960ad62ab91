import { LedgerError } from "../../modules/loyalty-points/ledger/errors"
import type { OwnedTransaction, SettleInput } from "../../modules/loyalty-points/ledger/types"
import { inChunks } from "../shared/in-chunks"
import type { ChunkedWork } from "../shared/in-chunks"

/** The result of a run; `failed` sources are unchanged. */
export type SettleManyReport = { settled: number; transactions: number; failed: number }

/** The ledger as the run sees it. */
export type SettlingLedger = {
  settleMany(sources: readonly SettleInput[], now: Date): Promise<OwnedTransaction[]>
}

/** Is notified during a run. It must not throw: the chunk is already committed. */
export type SettlementListener = {
  settled(written: OwnedTransaction[]): Promise<void>
  failed(source: SettleInput, error: unknown): void
}

/** Sources per transaction: nobody waits for one of their accounts longer than such a chunk takes. */
const CHUNK = 100

/** With this many failures in a row that are not the ledger's own, the problem is not the sources. */
const MOST_FAILURES = 20

/**
 * Settles many sources, one chunk per statement: those of an import, or all of them after a change. A
 * failing chunk is split until the failing source stands alone, such as one whose revision is outdated
 * because it was settled meanwhile: it is reported, and the others are settled.
 *
 * @param now the moment from which the sources' dates were counted
 * @throws the database's error when it no longer settles any
 */
export async function settleInChunks(
  ledger: SettlingLedger,
  sources: readonly SettleInput[],
  now: Date,
  listener: SettlementListener,
  chunk = CHUNK
): Promise<SettleManyReport> {
  const report: SettleManyReport = { settled: 0, transactions: 0, failed: 0 }
  let inARow = 0
  const work: ChunkedWork<number, SettledChunk> = {
    run: async (from, limit) => {
      const part = sources.slice(from, from + limit)
      const written = await ledger.settleMany(part, now)
      return { settled: part.length, written, next: placeAt(sources, from + part.length) }
    },
    done: async ({ settled, written }) => {
      inARow = 0
      report.settled += settled
      report.transactions += written.length
      await listener.settled(written)
    },
    failed: async (from, error) => {
      inARow = error instanceof LedgerError ? 0 : inARow + 1
      if (inARow === MOST_FAILURES) {
        throw error
      }
      report.failed += 1
      listener.failed(sources[from] as SettleInput, error)
      return placeAt(sources, from + 1)
    },
  }
  if (sources.length > 0) {
    await inChunks(work, 0, chunk)
  }
  return report
}

type SettledChunk = { settled: number; written: OwnedTransaction[]; next: number | null }

const placeAt = (sources: readonly SettleInput[], index: number) =>
  index < sources.length ? index : null
