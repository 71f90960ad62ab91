import type { EntityManager } from "typeorm"

import { newMessageId } from "../ledger/ids"
import type { MessageSubject } from "./types"

/** Messages of one kind, to be written. */
export type NewMessages = {
  kind: string
  subjects: readonly MessageSubject[]
  /** Until when only the caller may send them. Now: any run may. */
  leasedUntil: Date
}

/** A message that has been written. */
export type WrittenMessage = MessageSubject & { id: string }

/**
 * Writes messages in the caller's transaction, so that a message exists if and only if its subject does.
 * The unique index decides: subjects that already have a message of the kind are skipped. Locks are
 * taken in the order account, lots, messages, so call it last.
 *
 * @returns the new ones
 */
export async function putMessages(
  manager: EntityManager,
  { kind, subjects, leasedUntil }: NewMessages,
  now: Date
): Promise<WrittenMessage[]> {
  // One fixed order, so that runs writing about the same subjects cannot deadlock.
  const sorted = [...subjects].sort((one, other) => (one.subject_id < other.subject_id ? -1 : 1))
  return manager.query<WrittenMessage[]>(
    `INSERT INTO loyalty_message
       (id, kind, subject_id, account_no, status, leased_until, created_at, updated_at)
     SELECT id, $2, subject_id, account_no, 'waiting', $5, $6, $6
     FROM unnest($1::text[], $3::text[], $4::bigint[]) AS new (id, subject_id, account_no)
     ON CONFLICT (kind, subject_id) DO NOTHING
     RETURNING id, subject_id, account_no`,
    [
      sorted.map(() => newMessageId()),
      kind,
      sorted.map(({ subject_id }) => subject_id),
      sorted.map(({ account_no }) => account_no),
      leasedUntil,
      now,
    ]
  )
}

/**
 * Drops an account's failed messages of a kind, because a new one covers their subjects. Those that a
 * run is retrying right now are left to it.
 *
 * @returns their subjects
 */
export async function dropFailed(
  manager: EntityManager,
  { kind, account_no }: { kind: string; account_no: string },
  now: Date
): Promise<string[]> {
  const [dropped] = await manager.query<[{ subject_id: string }[], number]>(
    `UPDATE loyalty_message SET status = 'dropped', updated_at = $3
     WHERE account_no = $2 AND kind = $1 AND status = 'failed' RETURNING subject_id`,
    [kind, account_no, now]
  )
  return dropped.map(({ subject_id }) => subject_id)
}
