import type { DataSource } from "typeorm"

import type { Clock } from "../clock"
import { lockingTransaction } from "../database/locking-transaction"
import { withRetry } from "../database/retry"
import { newReminderId } from "../ledger/ids"
import { putMessages } from "../messages/outbox"
import type { TakenMessage } from "../messages/types"
import { foldFailed, lockAccount, takeLots } from "./take-lots"
import { REMINDER_KIND } from "./types"
import type {
  ExpiringAccount,
  ExpiringLot,
  ExpiringPage,
  RemindedPoints,
  ReminderPlace,
} from "./types"

type PlaceRow = { no: string; id: string; customer_id: string; expiry: string }
type LotRow = ExpiringLot & { account_no: string }
type PointsRow = Omit<RemindedPoints, "points"> & { points: string }

/** Lots of one account that are due a reminder, each with its number of days. */
export type DueLots = {
  account: Pick<ExpiringAccount, "no" | "id" | "customer_id">
  lots: { no: string; days: number }[]
  leasedUntil: Date
}

/**
 * Which lots customers were reminded of. Points spent or expired in the meantime do not matter here: a
 * message counts what is there when it is sent.
 */
export class ReminderStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /** Accounts with points that expire by `horizon` and whose customers want reminders, by index. */
  async expiring(
    { after, limit, horizon }: { after: ReminderPlace; limit: number; horizon: Date },
    now = this.now()
  ): Promise<ExpiringPage> {
    const rows = await this.call<PlaceRow>(
      `SELECT no, id, customer_id, next_expiry::text AS expiry FROM loyalty_account
       WHERE next_expiry <= $1 AND (next_expiry, no) > ($2, $3)
         AND expiry_reminders AND closed_at IS NULL
       ORDER BY loyalty_account.next_expiry, no LIMIT $4`,
      [horizon, after.expiry, after.no, limit]
    )
    const lots = await this.lotsOf(rows, horizon, now)
    const last = rows.at(-1)
    return {
      accounts: rows.map(({ no, id, customer_id }) => ({
        no,
        id,
        customer_id,
        lots: lots.filter(({ account_no }) => account_no === no),
      })),
      next: last && rows.length === limit ? { expiry: last.expiry, no: last.no } : null,
    }
  }

  private lotsOf(accounts: { no: string }[], horizon: Date, now: Date): Promise<LotRow[]> {
    return this.call<LotRow>(
      `SELECT l.account_no, l.no, l.expires_at, r.days AS reminded_days
       FROM loyalty_lot l
       LEFT JOIN loyalty_reminded_lot r ON r.account_no = l.account_no AND r.lot_no = l.no
       WHERE l.account_no = ANY ($1) AND l.open AND l.expires_at > $2 AND l.expires_at <= $3`,
      [accounts.map(({ no }) => no), now, horizon]
    )
  }

  /**
   * Writes the message about lots and takes it, to be sent by the caller; null if other runs cover all
   * of them, or the customer no longer wants reminders. The index decides: of several runs, one gets a
   * lot at a number of days, and none ever again at that many or more. Reminders that could not be sent
   * to this customer so far are merged into the new message.
   */
  async take(
    { account, lots, leasedUntil }: DueLots,
    now = this.now()
  ): Promise<TakenMessage | null> {
    const subject_id = newReminderId()
    return lockingTransaction(this.dataSource, async (manager) => {
      const isTaken =
        (await lockAccount(manager, account.no)) &&
        (await takeLots(manager, subject_id, account.no, lots))
      if (!isTaken) {
        return null
      }
      await foldFailed(manager, subject_id, account.no, now)
      const subjects = [{ subject_id, account_no: account.no }]
      const messages = { kind: REMINDER_KIND, subjects, leasedUntil }
      const [message] = await putMessages(manager, messages, now)
      return message ? takenOf(message, account) : null
    })
  }

  /** The points of a reminder that are still there, soonest first. */
  async pointsOf(
    { subject_id, account_no }: Pick<TakenMessage, "subject_id" | "account_no">,
    now = this.now()
  ): Promise<RemindedPoints[]> {
    const rows = await this.call<PointsRow>(
      `SELECT a.wallet, l.remaining AS points, l.expires_at, t.program_id
       FROM loyalty_reminded_lot r
       JOIN loyalty_account a ON a.no = r.account_no
       JOIN loyalty_lot l ON l.account_no = r.account_no AND l.no = r.lot_no
       JOIN loyalty_transaction t ON t.account_no = l.account_no AND t.version = l.no
       WHERE r.account_no = $1 AND r.reminder_id = $2 AND l.open AND l.expires_at > $3
       ORDER BY l.expires_at, l.no`,
      [account_no, subject_id, now]
    )
    return rows.map((row) => ({ ...row, points: Number(row.points) }))
  }

  /** Stores the customer's choice. It changes no figure of the account, so `updated_at` stays. */
  async choose(accountId: string, wantsReminders: boolean): Promise<void> {
    await this.call(`UPDATE loyalty_account SET expiry_reminders = $2 WHERE id = $1`, [
      accountId,
      wantsReminders,
    ])
  }

  private call<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return withRetry(() => this.dataSource.query<Row[]>(sql, parameters))
  }
}

const takenOf = (
  message: { id: string; subject_id: string; account_no: string },
  { id, customer_id }: DueLots["account"]
): TakenMessage => ({ ...message, kind: REMINDER_KIND, account_id: id, customer_id, attempts: 0 })
