import type { DataSource } from "typeorm"

import type { Clock } from "../clock"
import { withRetry } from "../database/retry"
import { toTransaction } from "../ledger/rows"
import type { TransactionRow } from "../ledger/rows"
import type { LoyaltyTransactionDTO } from "../ledger/types"
import { placeAfter } from "./place"
import type { JournalPlace } from "./place"

/** A line of the journal with whose it is. */
export type JournalLine = LoyaltyTransactionDTO & {
  customer_id: string
  wallet: string
  /** 1, 2, 3, … within the account. */
  version: number
}

/** `next`: the place after the last line; the one that was asked for when there is none. */
export type JournalPage = { lines: JournalLine[]; next: JournalPlace; has_more: boolean }

/** A seal on the journal: what to keep outside of the database to prove later that it was not changed. */
export type Seal = { no: number; lines: number; hash: string; sealed_at: Date }

type LineRow = TransactionRow & { customer_id: string; wallet: string; position: string }
type SealRow = { no: string | null; lines: string; hash: string; sealed_at: Date }

const SEAL_FIELDS = "no, lines, encode(hash, 'hex') AS hash, sealed_at"

/** Reads the journal of all accounts as one, and seals it. */
export class JournalStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * The lines after a place, over all accounts, each exactly once: a line is given once nothing can
   * be written before it any more. Lines of one account that were written at the same instant may
   * come out of order; `version` orders them.
   */
  async since(after: JournalPlace, limit: number): Promise<JournalPage> {
    const rows = await this.dataSource.query<LineRow[]>(
      `SELECT t.*, a.id AS account_id, a.customer_id, a.wallet
       FROM loyalty_feed($1, $2, $3, $4) t JOIN loyalty_account a ON a.no = t.account_no
       ORDER BY t.position, t.account_no, t.version`,
      [after.position, after.account_no, after.version, limit]
    )
    const last = rows.at(-1)
    return {
      lines: rows.map(toLine),
      next: last ? placeAfter(last) : after,
      has_more: rows.length === limit,
    }
  }

  /** Seals lines that have none yet, `limit` or a few more; null when there are none. */
  async seal(limit: number, now = this.now()): Promise<Seal | null> {
    const [row] = await withRetry(() =>
      this.dataSource.query<SealRow[]>(`SELECT ${SEAL_FIELDS} FROM loyalty_seal_journal($1, $2)`, [
        limit,
        now,
      ])
    )
    return toSeal(row)
  }

  /** The newest seal; null before the first. */
  async lastSeal(): Promise<Seal | null> {
    const [row] = await this.dataSource.query<SealRow[]>(
      `SELECT ${SEAL_FIELDS} FROM loyalty_seal ORDER BY no DESC LIMIT 1`
    )
    return toSeal(row)
  }

  /**
   * Lets positions go on above all that were given, when the database was restored into a cluster
   * that counts transactions from a lower number. True when that was so.
   */
  async continuePositions(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ continued: boolean }[]>(
      `SELECT loyalty_continue_positions() AS continued`
    )
    return row?.continued === true
  }
}

function toLine({ customer_id, wallet, ...row }: LineRow): JournalLine {
  return { ...toTransaction(row), customer_id, wallet, version: Number(row.version) }
}

/** Of a null PostgreSQL makes a row of nulls. */
function toSeal(row: SealRow | undefined): Seal | null {
  return row?.no
    ? { no: Number(row.no), lines: Number(row.lines), hash: row.hash, sealed_at: row.sealed_at }
    : null
}
