import type { DataSource } from "typeorm"

import { newAccountId } from "./ids"
import { toAccount, toLot, toTransaction } from "./rows"
import type { AccountRow, LotRow, TransactionRow } from "./rows"
import type {
  LoyaltyAccountDTO,
  LoyaltyLotDTO,
  LoyaltyTransactionDTO,
  Page,
  PageRequest,
  Source,
} from "./types"

/** The wallet that orders earn into and carts pay from. */
export const DEFAULT_WALLET = "points"

const EXPIRING_SHOWN = 10

/**
 * Accounts as they are at $1. Lots are only looked at where what the account counted does not hold
 * at that moment (due, pending), and through their index (expiring).
 */
const ACCOUNT_AT = `
  SELECT a.no, a.id, a.customer_id, a.wallet, a.balance, a.held, a.version,
    coalesce(passed.pending, a.pending) AS pending, coalesce(passed.due, 0) AS due,
    a.lifetime_earned, a.lifetime_redeemed, a.expiry_reminders, a.closed_at, a.created_at,
    a.updated_at,
    (SELECT id FROM loyalty_account WHERE no = a.merged_into) AS merged_into, upcoming.expiring
  FROM loyalty_account a
  LEFT JOIN LATERAL (
    SELECT coalesce(sum(remaining) FILTER (WHERE available_at > $1), 0) AS pending,
      coalesce(sum(remaining) FILTER (WHERE expires_at <= $1), 0) AS due
    FROM loyalty_lot WHERE account_no = a.no AND open
  ) passed ON a.next_expiry <= $1 OR a.next_available <= $1 OR a.updated_at > $1
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('points', points, 'expires_at', expires_at)) AS expiring
    FROM (
      SELECT expires_at, sum(remaining) AS points FROM loyalty_lot
      WHERE account_no = a.no AND open AND expires_at > $1
      GROUP BY expires_at ORDER BY expires_at LIMIT ${EXPIRING_SHOWN}
    ) soonest
  ) upcoming ON a.next_expiry IS NOT NULL`

/** Reads accounts, their journal and their lots. Nothing here writes points. */
export class AccountStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The customer's account; it exists from the first look. */
  async ensure(customerId: string, now: Date, wallet = DEFAULT_WALLET): Promise<LoyaltyAccountDTO> {
    const found = await this.ofCustomer(customerId, now, wallet)
    if (found) {
      return found
    }
    await this.dataSource.query(
      `INSERT INTO loyalty_account (id, customer_id, wallet) VALUES ($1, $2, $3)
       ON CONFLICT (customer_id, wallet) DO NOTHING`,
      [newAccountId(), customerId, wallet]
    )
    return (await this.ofCustomer(customerId, now, wallet)) as LoyaltyAccountDTO
  }

  async ofCustomer(
    customerId: string,
    now: Date,
    wallet = DEFAULT_WALLET
  ): Promise<LoyaltyAccountDTO | null> {
    const rows = await this.dataSource.query<AccountRow[]>(
      `${ACCOUNT_AT} WHERE a.customer_id = $2 AND a.wallet = $3`,
      [now, customerId, wallet]
    )
    return rows[0] ? toAccount(rows[0]) : null
  }

  async byIds(ids: string[], now: Date): Promise<LoyaltyAccountDTO[]> {
    const rows = await this.dataSource.query<AccountRow[]>(`${ACCOUNT_AT} WHERE a.id = ANY ($2)`, [
      now,
      ids,
    ])
    return rows.map(toAccount)
  }

  async byId(id: string, now: Date): Promise<LoyaltyAccountDTO | null> {
    return (await this.byIds([id], now))[0] ?? null
  }

  /**
   * A page of the journal, newest first. Versions run 1..n without a gap, so the page at offset k
   * is the versions up to n − k: any depth costs the same, and the count is n.
   */
  async transactions(
    accountId: string,
    { limit, offset }: PageRequest
  ): Promise<Page<LoyaltyTransactionDTO>> {
    const rows = await this.dataSource.query<(TransactionRow & { count: string })[]>(
      `SELECT t.*, a.id AS account_id, a.version AS count
       FROM loyalty_account a
       LEFT JOIN loyalty_transaction t ON t.account_no = a.no
         AND t.version <= a.version - $2::bigint AND t.version > a.version - $2::bigint - $3::bigint
       WHERE a.id = $1 ORDER BY t.version DESC`,
      [accountId, offset, limit]
    )
    return {
      rows: rows.filter((row) => row.version !== null).map(toTransaction),
      count: Number(rows[0]?.count ?? 0),
    }
  }

  /** The account's lots, those with points first, then the first to expire. */
  async lots(accountId: string, { limit, offset }: PageRequest): Promise<Page<LoyaltyLotDTO>> {
    const rows = await this.dataSource.query<LotRow[]>(
      `SELECT l.*, a.id AS account_id
       FROM loyalty_account a JOIN loyalty_lot l ON l.account_no = a.no
       WHERE a.id = $1 ORDER BY l.open DESC, l.expires_at, l.no LIMIT $2 OFFSET $3`,
      [accountId, limit, offset]
    )
    const [total] = await this.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM loyalty_account a JOIN loyalty_lot l ON l.account_no = a.no
       WHERE a.id = $1`,
      [accountId]
    )
    return { rows: rows.map(toLot), count: Number(total?.count ?? 0) }
  }

  /** All transactions about one source, oldest first. */
  async transactionsOfSource(type: string, id: string): Promise<LoyaltyTransactionDTO[]> {
    const rows = await this.dataSource.query<TransactionRow[]>(
      `SELECT t.*, a.id AS account_id
       FROM loyalty_transaction t JOIN loyalty_account a ON a.no = t.account_no
       WHERE t.source_id = $1 AND t.source_type = $2 ORDER BY t.account_no, t.version`,
      [id, type]
    )
    return rows.map(toTransaction)
  }
  /** When the last of the points that a source earned become spendable; null when none wait. */
  async pendingUntil({ type, id }: Source, now: Date): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ available_at: Date | null }[]>(
      `SELECT max(l.available_at) AS available_at
       FROM loyalty_transaction t
       JOIN loyalty_lot l ON l.account_no = t.account_no AND l.no = t.version
       WHERE t.source_id = $1 AND t.source_type = $2 AND t.kind = 'earn'
         AND l.open AND l.available_at > $3`,
      [id, type, now]
    )
    return row?.available_at ?? null
  }
}
