import { Client } from "pg"
import { sharedStoreDatabase } from "./http"

/** Runs SQL in a store's database, the shared store's if no other is named. */
export async function queryStore<Row extends object>(
  sql: string,
  parameters: unknown[] = [],
  database = sharedStoreDatabase()
): Promise<Row[]> {
  const client = new Client({ connectionString: database })
  await client.connect()
  try {
    return (await client.query<Row>(sql, parameters)).rows
  } finally {
    await client.end()
  }
}

/** Lets time pass for an account: the points it has now have just expired. */
export async function expirePointsOf(accountId: string): Promise<void> {
  await queryStore(
    `WITH expired AS (
       UPDATE loyalty_account SET next_expiry = now() - interval '1 second'
       WHERE id = $1 RETURNING no, next_expiry
     )
     UPDATE loyalty_lot SET expires_at = expired.next_expiry
     FROM expired WHERE account_no = expired.no AND open`,
    [accountId]
  )
}
