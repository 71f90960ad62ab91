import type { EntityManager } from "typeorm"

import { dropFailed } from "../messages/outbox"
import { REMINDER_KIND } from "./types"

/**
 * Makes runs for one account queue here, in the ledger's lock order: account, lots, messages. False if
 * its customer no longer gets reminders.
 */
export async function lockAccount(manager: EntityManager, accountNo: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT FROM loyalty_account WHERE no = $1 AND expiry_reminders AND closed_at IS NULL
     FOR NO KEY UPDATE`,
    [accountNo]
  )
  return rows.length > 0
}

/** False if other runs have covered all of them, or are about to. */
export async function takeLots(
  manager: EntityManager,
  reminderId: string,
  accountNo: string,
  lots: { no: string; days: number }[]
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `INSERT INTO loyalty_reminded_lot AS r (account_no, lot_no, days, reminder_id)
     SELECT $1, no, days, $4 FROM unnest($2::bigint[], $3::integer[]) AS lot (no, days)
     ON CONFLICT (account_no, lot_no) DO UPDATE
       SET days = excluded.days, reminder_id = excluded.reminder_id
       WHERE r.days > excluded.days
     RETURNING r.lot_no`,
    [accountNo, lots.map(({ no }) => no), lots.map(({ days }) => days), reminderId]
  )
  return rows.length > 0
}

/** Merges reminders that could not be sent to this customer so far into the new message. */
export async function foldFailed(
  manager: EntityManager,
  reminderId: string,
  accountNo: string,
  now: Date
): Promise<void> {
  const failed = await dropFailed(manager, { kind: REMINDER_KIND, account_no: accountNo }, now)
  if (failed.length > 0) {
    await manager.query(
      `UPDATE loyalty_reminded_lot SET reminder_id = $2
       WHERE account_no = $1 AND reminder_id = ANY ($3)`,
      [accountNo, reminderId, failed]
    )
  }
}
