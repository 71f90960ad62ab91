import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import type { SendingStatus } from "../../../domain/messages/sending"
import type { Clock } from "../clock"
import { withRetry } from "../database/retry"
import { putMessages, type WrittenMessage } from "./outbox"
import type { Addressee, TakenMessage } from "./types"

/** A message's outcome; one that failed may be retried at `retryAt`. */
export type Sending = { status: SendingStatus; attempts: number; retryAt?: Date }

/**
 * The outbox: messages to customers, each written once and sent by one run at a time. A message belongs
 * to an account and goes to its customer or, after a merge, to the customer of the account it was
 * merged into.
 */
export class MessageStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /**
   * Writes messages that any run may send from now on, each about a subject of an account. Subjects that
   * already have a message of the kind are skipped. To write messages together with other changes, call
   * `putMessages` in that transaction.
   *
   * @returns the new ones
   * @throws NOT_FOUND for an account that does not exist; then none are written
   */
  async put(
    kind: string,
    subjects: readonly { subject_id: string; account_id: string }[],
    now = this.now()
  ): Promise<WrittenMessage[]> {
    const numbers = await this.numbersOf(subjects.map(({ account_id }) => account_id))
    const numbered = subjects.map(({ subject_id, account_id }) => ({
      subject_id,
      account_no: numbers.get(account_id) ?? noAccount(account_id),
    }))
    const messages = { kind, subjects: numbered, leasedUntil: now }
    return withRetry(() => putMessages(this.dataSource.manager, messages, now))
  }

  /** Takes messages of a kind that are waiting, failed or interrupted, once their lease has ended. */
  async take(
    { kind, limit, leasedUntil }: { kind: string; limit: number; leasedUntil: Date },
    now = this.now()
  ): Promise<TakenMessage[]> {
    return this.call<TakenMessage>(
      `WITH taken AS (
         UPDATE loyalty_message SET status = 'waiting', leased_until = $2, updated_at = $1
         WHERE id IN (
           SELECT id FROM loyalty_message
           WHERE kind = $4 AND status IN ('waiting', 'failed') AND leased_until <= $1
           ORDER BY leased_until LIMIT $3 FOR UPDATE SKIP LOCKED
         ) RETURNING id, kind, subject_id, account_no, attempts
       )
       SELECT t.*, owner.id AS account_id, owner.customer_id
       FROM taken t JOIN loyalty_account a ON a.no = t.account_no
       CROSS JOIN LATERAL loyalty_survivor_of(a) AS owner`,
      [now, leasedUntil, limit, kind]
    )
  }

  /**
   * The current recipient of a message; null if the account is closed or, where the opt-out applies, its
   * customer wants no reminders.
   */
  async addresseeOf(
    { account_no }: Pick<TakenMessage, "account_no">,
    honoursOptOut: boolean
  ): Promise<Addressee | null> {
    const [addressee] = await this.call<Addressee>(
      `SELECT owner.id AS account_id, owner.customer_id
       FROM loyalty_account a CROSS JOIN LATERAL loyalty_survivor_of(a) AS owner
       WHERE a.no = $1 AND owner.closed_at IS NULL AND (owner.expiry_reminders OR NOT $2)`,
      [account_no, honoursOptOut]
    )
    return addressee ?? null
  }

  /** Records a message's outcome. */
  async finish(
    { id }: Pick<TakenMessage, "id">,
    { status, attempts, retryAt }: Sending,
    now = this.now()
  ): Promise<void> {
    await this.call(
      `UPDATE loyalty_message
       SET status = $2, attempts = $3, leased_until = $4, updated_at = $5 WHERE id = $1`,
      [id, status, attempts, retryAt ?? now, now]
    )
  }

  private async numbersOf(accountIds: string[]): Promise<Map<string, string>> {
    const rows = await this.call<{ id: string; no: string }>(
      `SELECT id, no FROM loyalty_account WHERE id = ANY ($1)`,
      [accountIds]
    )
    return new Map(rows.map(({ id, no }) => [id, no]))
  }

  private call<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return withRetry(() => this.dataSource.query<Row[]>(sql, parameters))
  }
}

function noAccount(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no loyalty account ${id}`)
}
