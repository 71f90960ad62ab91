import type { DataSource, EntityManager } from "typeorm"

import type { Clock } from "../clock"
import { withRetry } from "../database/retry"
import { newReminderId } from "../ledger/ids"
import type { ReminderStatus } from "./reminder.entity"
import type {
  ClaimedReminder,
  ExpiringAccount,
  ExpiringLot,
  ExpiringPage,
  RemindedPoints,
  ReminderPlace,
} from "./types"

type PlaceRow = { no: string; id: string; customer_id: string; expiry: string }
type LotRow = ExpiringLot & { account_no: string }
type PointsRow = { points: string; expires_at: Date; program_id: string | null }

/** What a claim asks for: lots of one account, each with the number of days it is told at. */
export type ReminderClaim = {
  account: Pick<ExpiringAccount, "no" | "id" | "customer_id">
  lots: { no: string; days: number }[]
  leasedUntil: Date
}

/**
 * Who was reminded of which lots. Points are only read here; what is spent or expires meanwhile needs
 * no lock, a message says what is there when it is sent.
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
   * Claims a message about lots; null when other runs tell of all of them. The index decides: of
   * several runs one gets a lot at a number of days, and never again at that many or more. What
   * could not be sent to this customer so far becomes part of the new message.
   */
  async claim(
    { account, lots, leasedUntil }: ReminderClaim,
    now = this.now()
  ): Promise<ClaimedReminder | null> {
    const id = newReminderId()
    const claimed = await withRetry(() =>
      this.dataSource.transaction(async (manager) => {
        if (!(await claimLots(manager, id, account.no, lots))) {
          return false
        }
        await replaceFailed(manager, id, account.no, now)
        await manager.query(
          `INSERT INTO loyalty_reminder
             (id, account_no, status, leased_until, created_at, updated_at)
           VALUES ($1, $2, 'claimed', $3, $4, $4)`,
          [id, account.no, leasedUntil, now]
        )
        return true
      })
    )
    return claimed ? claimOf(id, account) : null
  }

  /** Takes over messages that failed or whose run was cut off, once their lease has ended. */
  async takeOver(limit: number, leasedUntil: Date, now = this.now()): Promise<ClaimedReminder[]> {
    return this.call<ClaimedReminder>(
      `WITH taken AS (
         UPDATE loyalty_reminder SET status = 'claimed', leased_until = $2, updated_at = $1
         WHERE id IN (
           SELECT id FROM loyalty_reminder
           WHERE status IN ('claimed', 'failed') AND leased_until <= $1
           ORDER BY leased_until LIMIT $3 FOR UPDATE SKIP LOCKED
         ) RETURNING id, account_no, attempts
       )
       SELECT t.id, t.account_no, t.attempts, a.id AS account_id, a.customer_id
       FROM taken t JOIN loyalty_account a ON a.no = t.account_no`,
      [now, leasedUntil, limit]
    )
  }

  /** The points of a message that are still there, soonest first; none after an opt-out. */
  async pointsOf({ id, account_no }: ClaimedReminder, now = this.now()): Promise<RemindedPoints[]> {
    const rows = await this.call<PointsRow>(
      `SELECT l.remaining AS points, l.expires_at, t.program_id
       FROM loyalty_account a
       JOIN loyalty_reminded_lot r ON r.account_no = a.no
       JOIN loyalty_lot l ON l.account_no = r.account_no AND l.no = r.lot_no
       JOIN loyalty_transaction t ON t.account_no = l.account_no AND t.version = l.no
       WHERE a.no = $1 AND a.expiry_reminders AND a.closed_at IS NULL
         AND r.reminder_id = $2 AND l.open AND l.expires_at > $3
       ORDER BY l.expires_at, l.no`,
      [account_no, id, now]
    )
    return rows.map((row) => ({ ...row, points: Number(row.points) }))
  }

  /** Says what became of a claimed message; one that failed may be tried again at `leasedUntil`. */
  async finish(
    { id, attempts }: Pick<ClaimedReminder, "id" | "attempts">,
    status: Exclude<ReminderStatus, "claimed">,
    leasedUntil = this.now(),
    now = this.now()
  ): Promise<void> {
    await this.call(
      `UPDATE loyalty_reminder
       SET status = $2, attempts = $3, leased_until = $4, updated_at = $5 WHERE id = $1`,
      [id, status, attempts, leasedUntil, now]
    )
  }

  /** The customer's choice. Touches no count of the account, so neither its `updated_at`. */
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

/** False when other runs have told of all of them, or are about to. */
async function claimLots(
  manager: EntityManager,
  reminderId: string,
  accountNo: string,
  lots: ReminderClaim["lots"]
): Promise<boolean> {
  // One order for all: runs that claim the same lots wait for each other and never in a circle.
  const sorted = [...lots].sort((one, other) => Number(one.no) - Number(other.no))
  const rows = await manager.query<unknown[]>(
    `INSERT INTO loyalty_reminded_lot AS r (account_no, lot_no, days, reminder_id)
     SELECT $1, no, days, $4 FROM unnest($2::bigint[], $3::integer[]) AS lot (no, days)
     ON CONFLICT (account_no, lot_no) DO UPDATE
       SET days = excluded.days, reminder_id = excluded.reminder_id
       WHERE r.days > excluded.days
     RETURNING r.lot_no`,
    [accountNo, sorted.map(({ no }) => no), sorted.map(({ days }) => days), reminderId]
  )
  return rows.length > 0
}

/** What could not be sent to this customer so far becomes part of the new message. */
async function replaceFailed(
  manager: EntityManager,
  reminderId: string,
  accountNo: string,
  now: Date
): Promise<void> {
  await manager.query(
    `WITH replaced AS (
       UPDATE loyalty_reminder SET status = 'dropped', updated_at = $3
       WHERE account_no = $1 AND status = 'failed' RETURNING id
     )
     UPDATE loyalty_reminded_lot r SET reminder_id = $2
     FROM replaced WHERE r.account_no = $1 AND r.reminder_id = replaced.id`,
    [accountNo, reminderId, now]
  )
}

const claimOf = (id: string, account: ReminderClaim["account"]): ClaimedReminder => ({
  id,
  account_no: account.no,
  account_id: account.id,
  customer_id: account.customer_id,
  attempts: 0,
})
