import { LedgerError } from "../../modules/loyalty-points/ledger/errors"
import type { OwnedTransaction, SettleInput } from "../../modules/loyalty-points/ledger/types"
import { inChunks } from "../shared/in-chunks"
import type { ChunkedWork } from "../shared/in-chunks"

/** What a run did; `failed` sources are as they were. */
export type SettleManyReport = { settled: number; transactions: number; failed: number }

/** The ledger as the run sees it. */
export type SettlingLedger = {
  settleMany(sources: readonly SettleInput[], now: Date): Promise<OwnedTransaction[]>
}

/** Who hears of a run. What they do may not throw: the chunk is committed. */
export type SettlementListener = {
  settled(written: OwnedTransaction[]): Promise<void>
  failed(source: SettleInput, error: unknown): void
}

/** Sources in one transaction: others wait for one of their accounts no longer than this takes. */
const CHUNK = 100

/** So many failures in a row that are not the ledger's own are no longer about sources. */
const MOST_FAILURES = 20

/**
 * Settles many sources, a chunk in one statement: those of an import, or all of them again after a
 * change. A chunk that fails is divided until the source that fails stands alone, such as one whose
 * revision is outdated because it was settled meanwhile: it is told, and the others are settled.
 *
 * @param now the moment that the sources' dates were counted from
 * @throws what the database says when it settles none at all any more
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
