import { FIRST_PLACE } from "../../modules/loyalty-points/expiry/expiry-store"
import type {
  ChunkRequest,
  DuePlace,
  ExpiredChunk,
} from "../../modules/loyalty-points/expiry/expiry-store"
import type { OwnedTransaction } from "../../modules/loyalty-points/ledger/types"
import { inChunks } from "../shared/in-chunks"
import type { ChunkedWork } from "../shared/in-chunks"

/** The result of a run. `failed` accounts keep their due points, unspendable, until a run succeeds. */
export type ExpiryReport = { accounts: number; points: number; failed: number }

/** The ledger as the run sees it. */
export type DueLedger = {
  expireDue(request: ChunkRequest): Promise<ExpiredChunk>
  firstDue(after: DuePlace): Promise<{ account_id: string; place: DuePlace } | null>
}

/** Is notified during a run. It must not throw: the chunk is already committed. */
export type ExpiryListener = {
  expired(chunk: OwnedTransaction[], soFar: ExpiryReport): Promise<void>
  failed(accountId: string, error: unknown): void
}

/** Accounts per transaction: nobody waits for one of them longer than such a chunk takes. */
const CHUNK = 100

/** Accounts in use by others are skipped and tried again in the next pass. */
const PASSES = 3

/** With this many failures, the problem is not the accounts. */
const MOST_FAILURES = 20

/**
 * Expires everything due, chunk by chunk. A failing chunk is split until the failing account stands
 * alone; it is reported and skipped, and the run continues. An interrupted run leaves only whole chunks
 * behind: the next one continues with what is still due.
 *
 * @throws when the database does not answer at all
 */
export async function expireInChunks(
  ledger: DueLedger,
  listener: ExpiryListener,
  chunk = CHUNK
): Promise<ExpiryReport> {
  const run = new ExpiryRun(ledger, listener, chunk)
  for (let pass = 1; pass <= PASSES; pass++) {
    const before = run.report.accounts
    await run.pass()
    if (run.report.accounts === before) {
      break
    }
  }
  return run.report
}

class ExpiryRun {
  private readonly broken = new Set<string>()
  private accounts = 0
  private points = 0

  constructor(
    private readonly ledger: DueLedger,
    private readonly listener: ExpiryListener,
    private readonly chunk: number
  ) {}

  get report(): ExpiryReport {
    return { accounts: this.accounts, points: this.points, failed: this.broken.size }
  }

  /** Goes through all accounts with due lots once. */
  async pass(): Promise<void> {
    if (this.broken.size >= MOST_FAILURES) {
      return
    }
    const work: ChunkedWork<DuePlace, ExpiredChunk> = {
      run: (after, limit) => this.ledger.expireDue({ after, limit }),
      done: ({ expired }) => this.count(expired),
      failed: (after, error) => this.passOver(after, error),
    }
    await inChunks(work, FIRST_PLACE, this.chunk)
  }

  private async count(expired: OwnedTransaction[]): Promise<void> {
    if (expired.length === 0) {
      return
    }
    this.accounts += expired.length
    this.points -= expired.reduce((sum, { transaction }) => sum + transaction.points, 0)
    await this.listener.expired(expired, this.report)
  }

  private async passOver(after: DuePlace, error: unknown): Promise<DuePlace | null> {
    const first = await this.ledger.firstDue(after)
    if (first && !this.broken.has(first.account_id)) {
      this.broken.add(first.account_id)
      this.listener.failed(first.account_id, error)
    }
    return first && this.broken.size < MOST_FAILURES ? first.place : null
  }
}
