import type { DataSource } from "typeorm"

import type { Clock } from "../clock"
import { withRetry } from "../database/retry"
import { toTransaction } from "../ledger/rows"
import type { TransactionRow } from "../ledger/rows"
import type { LoyaltyTransactionDTO } from "../ledger/types"
import { placeAfter } from "./place"
import type { JournalPlace } from "./place"

/** A line of the journal and its owner. */
export type JournalLine = LoyaltyTransactionDTO & {
  customer_id: string
  wallet: string
  /** 1, 2, 3, … within the account. */
  version: number
}

/** `next`: the place after the last line, or the requested one if there are no lines. */
export type JournalPage = { lines: JournalLine[]; next: JournalPlace; has_more: boolean }

/** A seal on the journal: keep it outside the database to prove later that nothing was changed. */
export type Seal = { no: number; lines: number; hash: string; sealed_at: Date }

type LineRow = TransactionRow & { customer_id: string; wallet: string; position: string }
type SealRow = { no: string | null; lines: string; hash: string; sealed_at: Date }

const SEAL_FIELDS = "no, lines, encode(hash, 'hex') AS hash, sealed_at"

/** Reads the journal of all accounts together, and seals it. */
export class JournalStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * The lines after a place, over all accounts, each exactly once: a line appears once nothing can be
   * written before it. Lines of one account written at the same instant may come out of order;
   * `version` orders them.
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

  /** Seals unsealed lines, `limit` or a few more; null when there are none. */
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
   * Continues positions above all existing ones if the database was restored into a cluster whose
   * transaction numbers are lower. True if that was the case.
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

/** PostgreSQL returns null as a row of nulls. */
function toSeal(row: SealRow | undefined): Seal | null {
  return row?.no
    ? { no: Number(row.no), lines: Number(row.lines), hash: row.hash, sealed_at: row.sealed_at }
    : null
}
