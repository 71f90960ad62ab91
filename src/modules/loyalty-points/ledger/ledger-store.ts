import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntityManager } from "typeorm"

import { POINTS_WALLET } from "../../../domain/wallets/words"
import type { OnClose, OnMerge } from "../account-life"
import type { Clock } from "../clock"
import { lockingTransaction } from "../database/locking-transaction"
import { withRetry } from "../database/retry"
import { AccountStore } from "./account-store"
import { entryExpression, entryParameters } from "./entry"
import { toLedgerError } from "./errors"
import { closedCustomerId } from "./ids"
import { toTransaction } from "./rows"
import type { TransactionRow } from "./rows"
import type {
  CorrectionInput,
  CreditInput,
  DebitInput,
  EntryInput,
  HoldInput,
  LedgerResult,
  LoyaltyTransactionDTO,
  MergeInput,
  OwnedTransaction,
  ReverseInput,
  SettleInput,
  SettlementState,
  Source,
} from "./types"

/** Points whose lot expired after they were spent come back in a lot that lives 30 days of 24 h. */
const REFUND_GRACE = "720 hours"

/**
 * What a function that writes one transaction returns: the transaction, and whether this call wrote it.
 * As JSON, because 20 columns take PostgreSQL longer to plan and node-pg longer to read: a debit takes
 * a seventh less.
 */
const WRITTEN = "row_to_json(written.t) AS transaction, written.is_new"

const CREDIT = `
  SELECT ${WRITTEN}, $1::text AS account_id
  FROM loyalty_credit($1, $2, $3, $4, ${entryExpression(6)}, $5) written`
const DEBIT = `
  SELECT ${WRITTEN}, $1::text AS account_id
  FROM loyalty_debit($1, $2, ${entryExpression(4)}, $3) written`
const CAPTURE = `
  SELECT ${WRITTEN}, written.account_id
  FROM loyalty_capture($1, $2, ${entryExpression(4)}, $3) written`
const REFUND = `
  SELECT ${WRITTEN}, $1::text AS account_id
  FROM loyalty_refund($1, $2, $3::interval, ${entryExpression(5)}, $4) written`
const REVERSE = `
  SELECT ${WRITTEN}, $1::text AS account_id
  FROM loyalty_reverse($1, $2, $3, ${entryExpression(5)}, $4) written`
const MERGE = `
  SELECT t.*, a.id AS account_id
  FROM loyalty_merge($1, $2, ${entryExpression(4)}, $3) t
  JOIN loyalty_account a ON a.no = t.account_no`

/** A key stands for the whole request: using it for another account, amount or operation is misuse. */
function request<T extends EntryInput & { account_id: string; points: number }>(
  operation: string,
  input: T
): T {
  const { account_id, points, source = null } = input
  return { ...input, input: { operation, account_id, points, source, asked: input.input ?? null } }
}

type WrittenRow = {
  transaction: Omit<TransactionRow, "account_id"> | null
  account_id: string
  is_new: boolean
}

/**
 * The only writer of points. Each operation is one database function, called in one round trip: it
 * locks, checks and writes, or fails with a LedgerError and changes nothing.
 */
export class LedgerStore {
  private readonly accounts: AccountStore

  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock,
    private readonly onMerge: readonly OnMerge[],
    private readonly onClose: readonly OnClose[]
  ) {
    this.accounts = new AccountStore(dataSource, now)
  }

  /** Adds points: covers a debt first, the rest opens a lot. */
  async credit(input: CreditInput, now = this.now()): Promise<LedgerResult> {
    return this.write(CREDIT, [
      input.account_id,
      input.points,
      input.available_at ?? now,
      input.expires_at,
      now,
      ...entryParameters(input.kind, request("credit", input), now),
    ])
  }

  /** Takes available points, or fails with `insufficient_points`. */
  async debit(input: DebitInput, now = this.now()): Promise<LedgerResult> {
    return this.write(DEBIT, [
      input.account_id,
      input.points,
      now,
      ...entryParameters(input.kind, request("debit", input), now),
    ])
  }

  /** Holds the points of a requested redemption for one attempt at completing its cart. */
  async hold(input: HoldInput, now = this.now()): Promise<void> {
    await this.call(`SELECT 1 FROM loyalty_hold($1, $2, $3, $4, $5, $6, $7, $8)`, [
      input.redemption_id,
      input.attempt,
      input.points,
      input.discount,
      input.lines ? JSON.stringify(input.lines) : null,
      input.program.id,
      input.program.version,
      now,
    ])
  }

  /** Spends held points on an order. Repeated for the same order, it returns the same transaction. */
  async capture(redemptionId: string, orderId: string, cartId: string | null, now = this.now()) {
    const details = cartId ? { cart_id: cartId } : undefined
    const entry = { source: { type: "order", id: orderId }, details }
    return this.write(CAPTURE, [
      redemptionId,
      orderId,
      now,
      ...entryParameters("redeem", entry, now),
    ])
  }

  /**
   * Frees held points, only for one attempt if given. With `reapply_id` the shopper's request stays on
   * the cart, as a new redemption with that id. Returns the resulting status.
   */
  async release(
    input: { redemption_id: string; attempt?: string; reapply_id?: string },
    now = this.now()
  ): Promise<string | null> {
    const rows = await this.call<{ status: string | null }>(
      `SELECT status FROM loyalty_release($1, $2, $3, $4)`,
      [input.redemption_id, input.attempt ?? null, input.reapply_id ?? null, now]
    )
    return rows[0]?.status ?? null
  }

  /** Gives redeemed points of a source back to the lots they came from. */
  async refund(input: CorrectionInput, now = this.now()): Promise<LedgerResult> {
    return this.write(REFUND, [
      input.account_id,
      input.points,
      REFUND_GRACE,
      now,
      ...entryParameters("redeem_refund", request("refund", input), now),
    ])
  }

  /** Takes back earned points of a source; null when clamp_to_zero found nothing to take. */
  async reverse(input: ReverseInput, now = this.now()): Promise<LedgerResult | null> {
    const [row] = await this.call<WrittenRow>(REVERSE, [
      input.account_id,
      input.points,
      input.policy,
      now,
      ...entryParameters("earn_reversal", request("reverse", input), now),
    ])
    return toResult(row)
  }

  /** Brings one account up to date: what is due expires. */
  async expire(accountId: string, now = this.now()): Promise<void> {
    await this.call(`SELECT 1 FROM loyalty_expire($1, $2)`, [accountId, now])
  }

  /** A source's last settlement in a wallet, revision 0 before the first: read it before the source. */
  async settlementOf(source: Source, wallet = POINTS_WALLET): Promise<SettlementState> {
    const [row] = await this.call<{ revision: string; customer_id: string }>(
      `SELECT s.revision, a.customer_id
       FROM loyalty_settlement s JOIN loyalty_account a ON a.no = s.account_no
       WHERE s.source_id = $1 AND s.source_type = $2 AND s.wallet = $3`,
      [source.id, source.type, wallet]
    )
    return { revision: Number(row?.revision ?? 0), customer_id: row?.customer_id ?? null }
  }

  /**
   * Writes the difference between a source's target and what the ledger has for it.
   *
   * @param now the moment from which `available_at` and `expires_at` were counted
   */
  async settle(input: SettleInput, now: Date): Promise<LoyaltyTransactionDTO[]> {
    const rows = await this.call<TransactionRow>(
      `SELECT t.*, a.id AS account_id
       FROM loyalty_settle($1, $2, $3, $4, $5, $6, $7, $8, $9::interval, $10, $11, $12, $13, $14,
         $15, $16, $17, $18) t
       JOIN loyalty_account a ON a.no = t.account_no`,
      [
        input.account_id,
        input.source.type,
        input.source.id,
        input.earned,
        input.redeemed,
        input.policy,
        input.available_at,
        input.expires_at,
        REFUND_GRACE,
        input.program?.id ?? null,
        input.program?.version ?? null,
        input.revision,
        input.details ? JSON.stringify(input.details) : null,
        input.purchase?.purchased_at ?? null,
        input.purchase?.spent ?? null,
        input.purchase?.currency_code ?? null,
        input.purchase?.counted ?? null,
        now,
      ]
    )
    return rows.map(toTransaction)
  }

  /**
   * `settle` for many sources in one statement: all of them, or none and the error of the first that is
   * refused. Each source may appear only once.
   *
   * @param now the moment from which their dates were counted
   */
  async settleMany(sources: readonly SettleInput[], now: Date): Promise<OwnedTransaction[]> {
    const rows = await this.call<TransactionRow & { customer_id: string }>(
      `SELECT t.*, a.id AS account_id, a.customer_id
       FROM loyalty_settle_many($1, $2::interval, $3) t
       JOIN loyalty_account a ON a.no = t.account_no`,
      [JSON.stringify(sources.map(settlementRecord)), REFUND_GRACE, now]
    )
    return rows.map((row) => ({ customer_id: row.customer_id, transaction: toTransaction(row) }))
  }

  /**
   * Assigns a source without an account, such as a guest's order, to one. True if it is now this
   * account's; the first claim wins.
   */
  async claim(accountId: string, source: Source, now = this.now()): Promise<boolean> {
    const [row] = await this.call<{ is_own: boolean }>(
      `SELECT loyalty_claim($1, $2, $3, $4) AS is_own`,
      [accountId, source.type, source.id, now]
    )
    return row?.is_own === true
  }

  /**
   * Moves everything an account's customer has, in every wallet, to another account's customer, and
   * closes the first customer's accounts. Repeated, it returns what has moved so far.
   */
  async merge(input: MergeInput, now = this.now()): Promise<LoyaltyTransactionDTO[]> {
    const { account_id, into_account_id, reason, actor } = input
    await this.accounts.ensureCounterparts(account_id, into_account_id, now)
    const rows = await this.inTransaction(async (manager) => {
      for (const change of this.onMerge) {
        await change(manager, { account_id, into_account_id, now })
      }
      return manager.query<TransactionRow[]>(MERGE, [
        account_id,
        into_account_id,
        now,
        ...entryParameters("merge", { reason, actor }, now),
      ])
    })
    return rows.map(toTransaction)
  }

  /** Closes a deleted customer's account; returns what was written off. */
  async close(accountId: string, now = this.now()): Promise<LoyaltyTransactionDTO[]> {
    const closed_customer_id = closedCustomerId(accountId)
    const rows = await this.inTransaction(async (manager) => {
      for (const change of this.onClose) {
        await change(manager, { account_id: accountId, closed_customer_id, now })
      }
      return manager.query<TransactionRow[]>(
        `SELECT t.*, $1::text AS account_id FROM loyalty_close($1, $2, $3) t`,
        [accountId, closed_customer_id, now]
      )
    })
    return rows.map(toTransaction)
  }

  private async write(sql: string, parameters: unknown[]): Promise<LedgerResult> {
    const [row] = await this.call<WrittenRow>(sql, parameters)
    const result = toResult(row)
    if (!result) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        "The ledger function returned no transaction"
      )
    }
    return result
  }

  /** For what capabilities take part in: all of it or nothing. */
  private async inTransaction<Result>(
    work: (manager: EntityManager) => Promise<Result>
  ): Promise<Result> {
    try {
      return await lockingTransaction(this.dataSource, work)
    } catch (error) {
      throw toLedgerError(error)
    }
  }

  private async call<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    try {
      return await withRetry(() => this.dataSource.query<Row[]>(sql, parameters))
    } catch (error) {
      throw toLedgerError(error)
    }
  }
}

/** A source in the form that loyalty_settle_many reads. */
const settlementRecord = ({ source, program, purchase, ...input }: SettleInput) => ({
  ...input,
  ...purchase,
  source_type: source.type,
  source_id: source.id,
  program_id: program?.id,
  program_version: program?.version,
})

/** null when nothing was written: PostgreSQL returns a missing row as one without values. */
function toResult(row: WrittenRow | undefined): LedgerResult | null {
  if (!row?.transaction?.version) {
    return null
  }
  const { transaction, account_id, is_new } = row
  return { transaction: toTransaction({ ...transaction, account_id }), is_new }
}
