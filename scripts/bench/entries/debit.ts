import { Pool } from "pg"
import { LedgerStore } from "../../../src/modules/loyalty-points/ledger/ledger-store"
import { say } from "../../lib/output"
import { filledAccountId } from "../ledger-data"
import { figure } from "../report"
import { compare, type Entry } from "../result"
import { FILLED_AT } from "../workbench"

const CLIENTS = 8
const NOW = new Date(FILLED_AT.getTime() + 60_000)

/** The least that a debit could be: a conditional UPDATE and an INSERT, in one statement. */
const FLOOR_SCHEMA = `
  CREATE TABLE floor_account (id text PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 70);
  CREATE TABLE floor_entry (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id text NOT NULL,
    points bigint NOT NULL, balance_after bigint NOT NULL, occurred_at timestamptz NOT NULL
  );
  INSERT INTO floor_account SELECT id, balance FROM loyalty_account;
  ANALYZE floor_account`
const FLOOR_DEBIT = `
  WITH debited AS (
    UPDATE floor_account SET balance = balance - $2 WHERE id = $1 AND balance >= $2
    RETURNING id, balance
  )
  INSERT INTO floor_entry (account_id, points, balance_after, occurred_at)
  SELECT id, -$2::bigint, balance, $3 FROM debited RETURNING *`

/** Debits of random accounts through the ledger against the floor by node-pg alone. */
export const debitRandom: Entry = {
  name: "debit_random_c8",
  title: "a debit by LedgerStore against one UPDATE + INSERT by node-pg, at 8 clients",
  async run(workbench) {
    const dataSource = await workbench.ledger(CLIENTS)
    const store = new LedgerStore(dataSource)
    const pool = new Pool({ connectionString: await workbench.database(), max: CLIENTS })
    try {
      await pool.query(FLOOR_SCHEMA)
      const duration = workbench.isQuick ? 300 : 3000
      const account = () => filledAccountId(1 + Math.floor(Math.random() * workbench.size.accounts))
      const debit = () =>
        store.debit({ account_id: account(), kind: "adjust", points: 1, reason: "bench" }, NOW)
      const floor = () => pool.query(FLOOR_DEBIT, [account(), 1, NOW])
      const result = await compare(
        workbench.isQuick ? 2 : 7,
        () => perSecond(debit, duration),
        () => perSecond(floor, duration),
        (run, one, other) => say(`  ${run}: ${figure(one)} and ${figure(other)} per second`)
      )
      return { ...result, name: this.name, unit: "per s", goal: { atLeast: 0.45 } }
    } finally {
      await pool.end()
    }
  },
}

/** How often all clients together did it, in a second. */
async function perSecond(work: () => Promise<unknown>, duration: number): Promise<number> {
  const started = performance.now()
  let done = 0
  const client = async () => {
    while (performance.now() - started < duration) {
      await work()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (done / (performance.now() - started)) * 1000
}
