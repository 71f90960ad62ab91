import type { Client } from "pg"

/** How large a ledger to fill. Accounts are numbered from 1 and named `bench_1`, `bench_2`, … */
export interface LedgerSize {
  accounts: number
  /** Of each account: four credits that open a lot each, then debits of the first lots. */
  transactionsPerAccount: number
}

const CREDITS = 4
const CREDITED = 100_000
const DEBITED = 10
const CHUNK = 10_000

/** Points that every filled account can spend. */
export const filledBalance = ({ transactionsPerAccount }: LedgerSize): number =>
  CREDITS * CREDITED - (transactionsPerAccount - CREDITS) * DEBITED

/** The id of the account with a number. */
export const filledAccountId = (number: number): string => `bench_${number}`

/**
 * Fills an empty, migrated database with a coherent ledger, set by set: the audit finds nothing in
 * it. Every transaction is about an order of its own.
 */
export async function fillLedger(
  client: Client,
  size: LedgerSize,
  now: Date,
  onProgress: (accounts: number) => void = () => undefined
): Promise<void> {
  for (let first = 1; first <= size.accounts; first += CHUNK) {
    const last = Math.min(first + CHUNK - 1, size.accounts)
    await fillAccounts(client, first, last, size, now)
    await fillLots(client, first, last, size, now)
    await fillJournal(client, first, last, size, now)
    onProgress(last)
  }
  await skipUsedNumbers(client)
  await client.query("VACUUM ANALYZE")
}

/** One more account whose journal is as long as asked: a credit, then debits of 1 point. */
export async function fillDeepAccount(
  client: Client,
  number: number,
  transactions: number,
  now: Date
): Promise<string> {
  const id = filledAccountId(number)
  const debits = transactions - 1
  const credited = 2 * transactions
  const balance = credited - debits
  await client.query(
    `INSERT INTO loyalty_account
       (no, id, customer_id, balance, version, lifetime_earned, lifetime_redeemed, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [number, id, `cus_${id}`, balance, transactions, credited, debits, now]
  )
  await client.query(
    `INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at)
     VALUES ($1, 1, $2, $3, true, $4)`,
    [number, credited, balance, now]
  )
  await client.query(
    `INSERT INTO loyalty_transaction
       (account_no, version, kind, points, balance_after, lot_nos, lot_points, occurred_at)
     SELECT $1, v, CASE v WHEN 1 THEN 'earn' ELSE 'redeem' END, moved,
       $3::bigint - (v - 1), '{1}', ARRAY[moved], $4
     FROM generate_series(1, $2::bigint) v,
       LATERAL (SELECT CASE v WHEN 1 THEN $3::bigint ELSE -1 END AS moved) m`,
    [number, transactions, credited, now]
  )
  await skipUsedNumbers(client)
  await client.query("VACUUM ANALYZE loyalty_transaction")
  return id
}

async function fillAccounts(
  client: Client,
  first: number,
  last: number,
  size: LedgerSize,
  now: Date
): Promise<void> {
  await client.query(
    `INSERT INTO loyalty_account
       (no, id, customer_id, balance, version, lifetime_earned, lifetime_redeemed, next_expiry,
        updated_at)
     SELECT n, 'bench_' || n, 'cus_bench_' || n, $3, $4, $5, $5::bigint - $3::bigint,
       $6::timestamptz + interval '8784 hours', $6
     FROM generate_series($1::bigint, $2::bigint) n`,
    [first, last, filledBalance(size), size.transactionsPerAccount, CREDITS * CREDITED, now]
  )
}

/** The first lot expires first: the debits all come from it. */
async function fillLots(
  client: Client,
  first: number,
  last: number,
  size: LedgerSize,
  now: Date
): Promise<void> {
  await client.query(
    `INSERT INTO loyalty_lot (account_no, no, points, remaining, open, available_at, expires_at)
     SELECT n, lot, $3, $3::bigint - CASE lot WHEN 1 THEN $4::bigint ELSE 0 END, true, $6,
       $6::timestamptz + lot * interval '24 hours' + interval '8760 hours'
     FROM generate_series($1::bigint, $2::bigint) n, generate_series(1, $5::int) lot`,
    [first, last, CREDITED, (size.transactionsPerAccount - CREDITS) * DEBITED, CREDITS, now]
  )
}

async function fillJournal(
  client: Client,
  first: number,
  last: number,
  size: LedgerSize,
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
    [first, last, size.transactionsPerAccount, CREDITS, CREDITED, DEBITED, now]
  )
}

async function skipUsedNumbers(client: Client): Promise<void> {
  await client.query(
    `SELECT setval(pg_get_serial_sequence('loyalty_account', 'no'), max(no)) FROM loyalty_account`
  )
}
