import type { Pool } from "pg"

/** The least that a ledger's tables could be. */
const SCHEMA = `
  CREATE TABLE floor_account (id text PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 70);
  CREATE TABLE floor_entry (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id text NOT NULL,
    points bigint NOT NULL, balance_after bigint NOT NULL, occurred_at timestamptz NOT NULL
  );
  INSERT INTO floor_account SELECT id, balance FROM loyalty_account;
  ANALYZE floor_account`

const DEBIT = `
  WITH debited AS (
    UPDATE floor_account SET balance = balance - $2 WHERE id = $1 AND balance >= $2
    RETURNING id, balance
  )
  INSERT INTO floor_entry (account_id, points, balance_after, occurred_at)
  SELECT id, -$2::bigint, balance, $3 FROM debited RETURNING *`

/** The least that a debit could be: one conditional UPDATE and one INSERT, in one statement. */
export class Floor {
  private constructor(private readonly pool: Pool) {}

  /** The floor beside the ledger: the same accounts with the same balances. */
  static async open(pool: Pool): Promise<Floor> {
    const { rows } = await pool.query<{ found: boolean }>(
      "SELECT to_regclass('floor_account') IS NOT NULL AS found"
    )
    if (!rows[0]?.found) {
      await pool.query(SCHEMA)
    }
    return new Floor(pool)
  }

  async debit(accountId: string): Promise<void> {
    const { rowCount } = await this.pool.query(DEBIT, [accountId, 1, new Date()])
    if (rowCount !== 1) {
      throw new Error(`The floor did not debit ${accountId}`)
    }
  }
}
