import type { PoolClient } from "pg"

/** A lot that is due. */
interface DueLot {
  account_no: string
  no: string
}

const LAST_DUE = `
  SELECT account_no, no FROM loyalty_lot
  WHERE open AND expires_at <= $1 ORDER BY account_no DESC, no LIMIT $2`

/**
 * Expiry as a job that loops over the due rows: for each lot, a transaction that locks its account,
 * reads the lot, writes both and appends to the journal.
 */
export class RowByRow {
  constructor(
    private readonly client: PoolClient,
    private readonly now: Date
  ) {}

  /** Due lots, starting from the last accounts. */
  async dueLots(limit: number): Promise<DueLot[]> {
    return (await this.client.query<DueLot>(LAST_DUE, [this.now, limit])).rows
  }

  async expire({ account_no, no }: DueLot): Promise<void> {
    await this.client.query("BEGIN")
    const account = await this.one<{ balance: string; version: string }>(
      "SELECT balance, version FROM loyalty_account WHERE no = $1 FOR UPDATE",
      [account_no]
    )
    const lot = await this.one<{ remaining: string }>(
      "SELECT remaining FROM loyalty_lot WHERE account_no = $1 AND no = $2",
      [account_no, no]
    )
    const points = Number(lot.remaining)
    const balance = Number(account.balance) - points
    const version = Number(account.version) + 1
    await this.client.query(
      "UPDATE loyalty_lot SET remaining = 0, open = false WHERE account_no = $1 AND no = $2",
      [account_no, no]
    )
    await this.client.query(
      "UPDATE loyalty_account SET balance = $2, version = $3, updated_at = $4 WHERE no = $1",
      [account_no, balance, version, this.now]
    )
    await this.client.query(
      `INSERT INTO loyalty_transaction
         (account_no, version, kind, points, balance_after, lot_nos, lot_points, occurred_at)
       VALUES ($1, $2, 'expire', $3, $4, $5, $6, $7)`,
      [account_no, version, -points, balance, [no], [-points], this.now]
    )
    await this.client.query("COMMIT")
  }

  private async one<Row extends object>(sql: string, parameters: unknown[]): Promise<Row> {
    const { rows } = await this.client.query<Row>(sql, parameters)
    const [row] = rows
    if (!row) {
      throw new Error(`Nothing was found by ${sql}`)
    }
    return row
  }
}
