import { DataSource } from "typeorm"

import { replay, type ReplayedTransaction } from "../../src/domain/ledger/replay"
import { type StoresOf, storesOf } from "../../src/modules/loyalty-points/assembly"
import { CAPABILITIES } from "../../src/modules/loyalty-points/capabilities"
import { dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"
import { parseOptions } from "../../src/modules/loyalty-points/options"
import { createTestDatabase } from "./database"
import { eventually } from "./eventually"

type Stores = StoresOf<typeof CAPABILITIES>

/** A migrated, empty ledger in a database of its own, with the stores that work on it. */
export interface TestLedger extends Stores {
  url: string
  dataSource: DataSource
  /** Removes every row; the schema stays. */
  empty(): Promise<void>
  /** Closes the connections and drops the database. */
  drop(): Promise<void>
}

const TABLES = "loyalty_account, loyalty_transaction, loyalty_seal, loyalty_lot, loyalty_redemption"
const MESSAGES = "loyalty_message, loyalty_reminded_lot"

/** Creates a database, migrates it and opens the stores on up to `connections` at once. */
export async function openLedger(connections = 4): Promise<TestLedger> {
  const { url, drop } = await createTestDatabase()
  const dataSource = await dataSourceOnUrl({ clientUrl: url }, connections).initialize()
  await dataSource.runMigrations({ transaction: "all" })
  return {
    url,
    ...storesOn(dataSource),
    empty: () => dataSource.query(`TRUNCATE ${TABLES}, loyalty_settlement, ${MESSAGES}`),
    drop: async () => {
      await dataSource.destroy()
      await drop()
    },
  }
}

/** The module's stores on connections of the test's own; each call is given its moment. */
export function storesOn(dataSource: DataSource): Stores & { dataSource: DataSource } {
  const now = (): never => {
    throw new Error("A test of the ledger says at which moment something happens")
  }
  return { dataSource, ...storesOf(CAPABILITIES, { dataSource, now, options: parseOptions() }) }
}

/** Seals all lines that can be sealed, a few at a time; how many seals and lines it made. */
export async function sealAll(
  journal: TestLedger["journal"],
  now: Date
): Promise<{ seals: number; lines: number }> {
  const made = { seals: 0, lines: 0 }
  for (;;) {
    const seal = await journal.seal(2, now)
    if (!seal) {
      return made
    }
    made.seals += 1
    made.lines += seal.lines
  }
}

/**
 * Waits until the feed gives every line that is committed. Transactions of all databases in the
 * cluster are counted together, so those of tests beside this one hold the feed and seals up.
 */
export async function untilFeedIsComplete(dataSource: DataSource): Promise<void> {
  await eventually(async () => {
    const [row] = await dataSource.query<{ is_complete: boolean }[]>(
      `SELECT coalesce(max(position), 0) < loyalty_position_base()
         + pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS is_complete
       FROM loyalty_transaction`
    )
    expect(row?.is_complete).toBe(true)
  })
}

/**
 * Fails with every broken invariant of a ledger: what the audit finds, and where the replay of an
 * account's journal ends elsewhere than its balance and lots. Takes a database's address too.
 */
export async function assertLedgerCoherent(database: DataSource | string): Promise<void> {
  if (database instanceof DataSource) {
    const { violations } = await storesOn(database).audit.run()
    expect(violations).toEqual([])
    expect(await replayProblems(database)).toEqual([])
    return
  }
  const dataSource = await dataSourceOnUrl({ clientUrl: database }, 1).initialize()
  try {
    await assertLedgerCoherent(dataSource)
  } finally {
    await dataSource.destroy()
  }
}

/** An account's journal as the replay reads it, oldest first. */
export async function journalOf(
  dataSource: DataSource,
  accountId: string
): Promise<ReplayedTransaction[]> {
  const journals = await allJournals(dataSource, "WHERE a.id = $1", [accountId])
  return journals[0]?.transactions ?? []
}

type Journal = {
  id: string
  balance: string
  lots: { no: number; remaining: number }[]
  transactions: ReplayedTransaction[]
}

async function replayProblems(dataSource: DataSource): Promise<string[]> {
  const journals = await allJournals(dataSource, "", [])
  return journals.flatMap(({ id, balance, lots, transactions }) => {
    const replayed = replay(transactions)
    const replayedLots = [...replayed.lots].map(([no, remaining]) => ({ no, remaining }))
    const sorted = replayedLots.sort((one, other) => one.no - other.no)
    const problems = replayed.problems.map((problem) => `${id}: ${problem}`)
    if (replayed.balance !== Number(balance)) {
      problems.push(`${id}: the replay ends at ${replayed.balance}, the balance is ${balance}`)
    }
    if (JSON.stringify(sorted) !== JSON.stringify(lots)) {
      problems.push(`${id}: replayed lots ${JSON.stringify(sorted)}, not ${JSON.stringify(lots)}`)
    }
    return problems
  })
}

function allJournals(
  dataSource: DataSource,
  where: string,
  parameters: unknown[]
): Promise<Journal[]> {
  return dataSource.query<Journal[]>(
    `SELECT a.id, a.balance,
       (SELECT coalesce(json_agg(json_build_object('no', l.no, 'remaining', l.remaining)
          ORDER BY l.no), '[]') FROM loyalty_lot l WHERE l.account_no = a.no) AS lots,
       (SELECT coalesce(json_agg(json_build_object(
          'version', t.version, 'kind', t.kind, 'points', t.points,
          'balance_after', t.balance_after,
          'lots', (SELECT coalesce(json_agg(json_build_object('no', no, 'points', points)), '[]')
            FROM unnest(t.lot_nos, t.lot_points) AS move (no, points))
        ) ORDER BY t.version), '[]')
        FROM loyalty_transaction t WHERE t.account_no = a.no) AS transactions
     FROM loyalty_account a ${where} ORDER BY a.no`,
    parameters
  )
}
