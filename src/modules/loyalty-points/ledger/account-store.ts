import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import { POINTS_WALLET } from "../../../domain/wallets/words"
import type { Clock } from "../clock"
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

/** Accounts as of $1. */
const ACCOUNT_AT = "SELECT loyalty_account_at(a, $1) AS account FROM loyalty_account a"

/**
 * A page of a journal, newest first, at offset $2 and with at most $3 lines. Versions run 1..n without
 * gaps, so the page at offset k is the versions up to n − k: any depth costs the same, and the count
 * is n.
 */
const PAGE = `
  SELECT t.*, a.id AS account_id, a.version AS count
  FROM loyalty_account a
  LEFT JOIN loyalty_transaction t ON t.account_no = a.no
    AND t.version <= a.version - $2::bigint AND t.version > a.version - $2::bigint - $3::bigint`

/** Reads accounts, their journal and their lots. Nothing here writes points. */
export class AccountStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * The customer's account, created on first request. It starts at `now`, not at the database's time:
   * if that clock were ahead, the first operations would happen at its time.
   */
  async ensure(
    customerId: string,
    now = this.now(),
    wallet = POINTS_WALLET
  ): Promise<LoyaltyAccountDTO> {
    const found = await this.ofCustomer(customerId, now, wallet)
    if (found) {
      return found
    }
    await this.dataSource.query(
      `INSERT INTO loyalty_account (id, customer_id, wallet, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $4) ON CONFLICT (customer_id, wallet) DO NOTHING`,
      [newAccountId(), customerId, wallet, now]
    )
    return (await this.ofCustomer(customerId, now, wallet)) as LoyaltyAccountDTO
  }

  async ofCustomer(
    customerId: string,
    now = this.now(),
    wallet = POINTS_WALLET
  ): Promise<LoyaltyAccountDTO | null> {
    const [account] = await this.at(now, "a.customer_id = $2 AND a.wallet = $3", [
      customerId,
      wallet,
    ])
    return account ?? null
  }

  async byIds(ids: string[], now = this.now()): Promise<LoyaltyAccountDTO[]> {
    return this.at(now, "a.id = ANY ($2)", [ids])
  }

  async byId(id: string, now = this.now()): Promise<LoyaltyAccountDTO | null> {
    return (await this.byIds([id], now))[0] ?? null
  }

  /** @throws NOT_FOUND */
  async retrieve(id: string): Promise<LoyaltyAccountDTO> {
    const account = await this.byId(id)
    if (!account) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no loyalty account ${id}`)
    }
    return account
  }

  /** A page of the account's journal, newest first. */
  async transactions(accountId: string, page: PageRequest): Promise<Page<LoyaltyTransactionDTO>> {
    return (await this.page("a.id = $1", [accountId], page)) ?? { rows: [], count: 0 }
  }

  /** The same for the customer's account, which is created on first request. */
  async transactionsOfCustomer(
    customerId: string,
    page: PageRequest,
    wallet = POINTS_WALLET
  ): Promise<Page<LoyaltyTransactionDTO>> {
    const ofCustomer = "a.customer_id = $1 AND a.wallet = $4"
    const found = await this.page(ofCustomer, [customerId, wallet], page)
    if (found) {
      return found
    }
    const { id } = await this.ensure(customerId, this.now(), wallet)
    return this.transactions(id, page)
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

  /**
   * For each wallet in which one account's customer has an open account, opens one for the other
   * account's customer, so that all of them can be merged.
   */
  async ensureCounterparts(accountId: string, intoAccountId: string, now: Date): Promise<void> {
    const missing = await this.dataSource.query<{ customer_id: string; wallet: string }[]>(
      `SELECT other.customer_id, owned.wallet
       FROM loyalty_account one
       JOIN loyalty_account other ON other.id = $2 AND other.no <> one.no
         AND other.wallet = one.wallet AND other.closed_at IS NULL
       JOIN loyalty_account owned ON owned.customer_id = one.customer_id AND owned.closed_at IS NULL
       WHERE one.id = $1 AND NOT EXISTS (
         SELECT FROM loyalty_account
         WHERE customer_id = other.customer_id AND wallet = owned.wallet)`,
      [accountId, intoAccountId]
    )
    for (const { customer_id, wallet } of missing) {
      await this.ensure(customer_id, now, wallet)
    }
  }

  /** All transactions about one source in a wallet, oldest first. */
  async transactionsOfSource(
    { type, id }: Source,
    wallet = POINTS_WALLET
  ): Promise<LoyaltyTransactionDTO[]> {
    const rows = await this.dataSource.query<TransactionRow[]>(
      `SELECT t.*, a.id AS account_id
       FROM loyalty_transaction t JOIN loyalty_account a ON a.no = t.account_no
       WHERE t.source_id = $1 AND t.source_type = $2 AND a.wallet = $3
       ORDER BY t.account_no, t.version`,
      [id, type, wallet]
    )
    return rows.map(toTransaction)
  }

  /** When the last points that a source earned in a wallet become spendable; null if none are pending. */
  async pendingUntil(
    { type, id }: Source,
    now = this.now(),
    wallet = POINTS_WALLET
  ): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ available_at: Date | null }[]>(
      `SELECT max(l.available_at) AS available_at
       FROM loyalty_transaction t
       JOIN loyalty_account a ON a.no = t.account_no
       JOIN loyalty_lot l ON l.account_no = t.account_no AND l.no = t.version
       WHERE t.source_id = $1 AND t.source_type = $2 AND t.kind = 'earn' AND a.wallet = $4
         AND l.open AND l.available_at > $3`,
      [id, type, now, wallet]
    )
    return row?.available_at ?? null
  }

  private async at(now: Date, where: string, parameters: unknown[]): Promise<LoyaltyAccountDTO[]> {
    const rows = await this.dataSource.query<{ account: AccountRow }[]>(
      `${ACCOUNT_AT} WHERE ${where}`,
      [now, ...parameters]
    )
    return rows.map(({ account }) => toAccount(account))
  }

  private async page(
    where: string,
    [owner, ...others]: unknown[],
    { limit, offset }: PageRequest
  ): Promise<Page<LoyaltyTransactionDTO> | null> {
    const rows = await this.dataSource.query<(TransactionRow & { count: string })[]>(
      `${PAGE} WHERE ${where} ORDER BY t.version DESC`,
      [owner, offset, limit, ...others]
    )
    const [first] = rows
    return first
      ? {
          rows: rows.filter((row) => row.version !== null).map(toTransaction),
          count: Number(first.count),
        }
      : null
  }
}
