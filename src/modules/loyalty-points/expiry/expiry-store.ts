import type { DataSource } from "typeorm"

import type { Clock } from "../clock"
import { withRetry } from "../database/retry"
import { toLedgerError } from "../ledger/errors"
import { toTransaction } from "../ledger/rows"
import type { TransactionRow } from "../ledger/rows"
import type { OwnedTransaction } from "../ledger/types"

/** A place among the accounts with due lots. `due_since` is text: a Date would lose microseconds. */
export type DuePlace = Readonly<{ due_since: string; no: string }>

/** Before every account. */
export const FIRST_PLACE: DuePlace = { due_since: "-infinity", no: "0" }

/** The result of one call. `next` is where to continue; null when no account is left. */
export type ExpiredChunk = { expired: OwnedTransaction[]; next: DuePlace | null }

/** Accounts after `after`, at most `limit`. */
export type ChunkRequest = { after: DuePlace; limit: number }

type DueRow = { due_since: string; due_no: string }
type ExpiredRow = DueRow & TransactionRow & { customer_id: string }

/** Expires the due lots of many accounts at once. */
export class ExpiryStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * Expires what is due at `now` on one chunk of accounts, in one transaction: all or nothing. Points
   * kept for holds stay. Accounts in use by others are skipped.
   */
  async expireDue({ after, limit }: ChunkRequest, now = this.now()): Promise<ExpiredChunk> {
    const rows = await this.call<ExpiredRow>(
      `SELECT due.due_since::text, due.due_no, (due.t).*, a.id AS account_id, a.customer_id
       FROM loyalty_expire_due($1, $2, $3, $4) due JOIN loyalty_account a ON a.no = due.due_no
       ORDER BY due.due_since, due.due_no`,
      [after.due_since, after.no, limit, now]
    )
    return {
      expired: rows
        .filter(({ version }) => version !== null)
        .map((row) => ({ customer_id: row.customer_id, transaction: toTransaction(row) })),
      next: rows.length < limit ? null : placeOf(rows.at(-1)),
    }
  }

  /** The account with which the chunk after a place would begin; null if there is none. */
  async firstDue(
    after: DuePlace,
    now = this.now()
  ): Promise<{ account_id: string; place: DuePlace } | null> {
    const [row] = await this.call<DueRow & { account_id: string }>(
      `SELECT next_expiry::text AS due_since, no AS due_no, id AS account_id FROM loyalty_account
       WHERE next_expiry <= $3 AND (next_expiry, no) > ($1, $2)
       ORDER BY loyalty_account.next_expiry, no LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
      [after.due_since, after.no, now]
    )
    return row
      ? { account_id: row.account_id, place: { due_since: row.due_since, no: row.due_no } }
      : null
  }

  private async call<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    try {
      return await withRetry(() => this.dataSource.query<Row[]>(sql, parameters))
    } catch (error) {
      throw toLedgerError(error)
    }
  }
}

const placeOf = (row: DueRow | undefined): DuePlace | null =>
  row ? { due_since: row.due_since, no: row.due_no } : null
