import type { Client } from "pg"

/** The contents of an account in a filled ledger. */
export interface AccountShape {
  /** First the credits, which open a lot each, then debits of the first lot. */
  transactionsPerAccount: number
  creditsPerAccount: number
}

/** How large a ledger to fill. Accounts are numbered from 1 and named `bench_1`, `bench_2`, … */
export interface LedgerSize extends AccountShape {
  accounts: number
}

const CREDITED = 1_000_000
const DEBITED = 1
const CHUNK = 10_000

/** The id of the account with a number. */
export const filledAccountId = (number: number): string => `bench_${number}`

/** The id of any filled account. */
export const randomAccountId = ({ accounts }: LedgerSize): string =>
  filledAccountId(1 + Math.floor(Math.random() * accounts))

/**
 * Fills an empty, migrated database with a consistent ledger that passes the audit, set by set. Every
 * transaction has its own order.
 */
export async function fillLedger(client: Client, size: LedgerSize, now: Date): Promise<void> {
  for (let first = 1; first <= size.accounts; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, size.accounts)
    await fillRange(client, { first, last }, size, now)
  }
  await finish(client)
}

/** Adds accounts of another shape to a filled ledger; returns their ids. */
export async function addAccounts(client: Client, more: LedgerSize, now: Date): Promise<string[]> {
  const { rows } = await client.query<{ last: string }>(
    "SELECT max(no) AS last FROM loyalty_account"
  )
  const first = Number(rows[0]?.last ?? 0) + 1
  await fillRange(client, { first, last: first + more.accounts - 1 }, more, now)
  await finish(client)
  return Array.from({ length: more.accounts }, (_, index) => filledAccountId(first + index))
}

/** Numbers of accounts, both ends included. */
interface Range {
  first: number
  last: number
}

async function fillRange(client: Client, range: Range, shape: AccountShape, now: Date) {
  await fillAccounts(client, range, shape, now)
  await fillLots(client, range, shape, now)
  await fillJournal(client, range, shape, now)
}

/** Points that were debited from every account of a shape. */
const debited = ({ transactionsPerAccount, creditsPerAccount }: AccountShape): number =>
  (transactionsPerAccount - creditsPerAccount) * DEBITED

async function fillAccounts(
  client: Client,
  { first, last }: Range,
  shape: AccountShape,
  now: Date
): Promise<void> {
  const credited = shape.creditsPerAccount * CREDITED
  await client.query(
    `INSERT INTO loyalty_account
       (no, id, customer_id, balance, version, lifetime_earned, lifetime_redeemed, next_expiry,
        created_at, updated_at)
     SELECT n, 'bench_' || n, 'cus_bench_' || n, $3, $4, $5, $5::bigint - $3::bigint,
       $6::timestamptz + interval '8784 hours', $6, $6
     FROM generate_series($1::bigint, $2::bigint) n`,
    [first, last, credited - debited(shape), shape.transactionsPerAccount, credited, now]
  )
}

/** The first lot expires first: the debits all come from it. */
async function fillLots(
  client: Client,
  { first, last }: Range,
  shape: AccountShape,
  now: Date
): Promise<void> {
  await client.query(
    `INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at, expires_at)
     SELECT n, lot, $3, $3::bigint - CASE lot WHEN 1 THEN $4::bigint ELSE 0 END, true, $6,
       $6::timestamptz + lot * interval '24 hours' + interval '8760 hours'
     FROM generate_series($1::bigint, $2::bigint) n, generate_series(1, $5::int) lot`,
    [first, last, CREDITED, debited(shape), shape.creditsPerAccount, now]
  )
}

async function fillJournal(
  client: Client,
  { first, last }: Range,
  shape: AccountShape,
  now: Date
): Promise<void> {
  await client.query(
    `INSERT INTO loyalty_transaction
       (account_no, version, kind, points, balance_after, source_type, source_id, lot_nos,
        lot_points, idempotency_key, occurred_at)
     SELECT n, v, CASE WHEN v <= $4::int THEN 'earn' ELSE 'redeem' END,
       CASE WHEN v <= $4::int THEN $5::bigint ELSE -$6::bigint END,
       LEAST(v, $4::int) * $5::bigint - GREATEST(v - $4::int, 0) * $6::bigint,
       'order', 'order_' || n || '_' || v,
       ARRAY[CASE WHEN v <= $4::int THEN v ELSE 1 END]::bigint[],
       ARRAY[CASE WHEN v <= $4::int THEN $5::bigint ELSE -$6::bigint END],
       'bench:' || n || ':' || v, $7
     FROM generate_series($1::bigint, $2::bigint) n, generate_series(1, $3::int) v`,
    [first, last, shape.transactionsPerAccount, shape.creditsPerAccount, CREDITED, DEBITED, now]
  )
}

/** New accounts get numbers after the filled ones; the planner knows what is there. */
async function finish(client: Client): Promise<void> {
  await client.query(
    `SELECT setval(pg_get_serial_sequence('loyalty_account', 'no'), max(no)) FROM loyalty_account`
  )
  await client.query("VACUUM ANALYZE")
}
