import type { DataSource, EntityManager } from "typeorm"

import { replay } from "../../../domain/ledger/replay"
import type { ReplayedTransaction } from "../../../domain/ledger/replay"
import type { InvariantCheck } from "./invariant"

export type AuditViolation = { invariant: number; code: string; subject: string; message: string }

export type AuditReport = { accounts: number; transactions: number; violations: AuditViolation[] }

/** Violations reported per check, so that one broken account does not drown in a million lines. */
const VIOLATIONS_PER_CHECK = 100

/** Enough to group a million transactions without writing them to disk first. */
const WORK_MEMORY = "64MB"

/** How many accounts, newest first, the pure replay computes a second time. */
const REPLAYED_ACCOUNTS = 100
/** Longer journals are left to the SQL checks, so that memory stays flat. */
const LONGEST_REPLAYED_JOURNAL = 1000

/** Proves the ledger, with all checks on one snapshot, so that running stores can be audited. */
export class AuditStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly checks: readonly InvariantCheck[]
  ) {}

  async run(): Promise<AuditReport> {
    return this.dataSource.transaction("REPEATABLE READ", async (manager) => {
      await manager.query("SET TRANSACTION READ ONLY")
      await manager.query(`SET LOCAL work_mem = '${WORK_MEMORY}'`)
      const violations: AuditViolation[] = []
      for (const check of this.checks) {
        violations.push(...(await runCheck(manager, check)))
      }
      violations.push(...(await replayRecentAccounts(manager)))
      return { ...(await countRows(manager)), violations }
    })
  }
}

async function runCheck(manager: EntityManager, check: InvariantCheck): Promise<AuditViolation[]> {
  const rows = await manager.query<{ subject: string; message: string }[]>(
    `SELECT subject, message FROM (${check.sql}) found LIMIT ${VIOLATIONS_PER_CHECK}`
  )
  return rows.map(({ subject, message }) => ({
    invariant: check.invariant,
    code: check.code,
    subject,
    message,
  }))
}

async function countRows(manager: EntityManager) {
  const [counts] = await manager.query<{ accounts: string; transactions: string }[]>(
    `SELECT count(*) AS accounts, coalesce(sum(version), 0) AS transactions FROM loyalty_account`
  )
  return { accounts: Number(counts?.accounts), transactions: Number(counts?.transactions) }
}

type ReplayRow = {
  id: string
  balance: string
  transactions: ReplayedTransaction[]
  lots: { no: number; remaining: number }[]
}

async function replayRecentAccounts(manager: EntityManager): Promise<AuditViolation[]> {
  const accounts = await manager.query<ReplayRow[]>(
    `SELECT a.id, a.balance, journal.transactions, coalesce(lots.lots, '[]') AS lots
     FROM (
       SELECT * FROM loyalty_account WHERE version BETWEEN 1 AND $1
       ORDER BY no DESC LIMIT $2
     ) a
     CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object(
         'version', version, 'kind', kind, 'points', points, 'balance_after', balance_after,
         'lots', (
           SELECT coalesce(json_agg(json_build_object('no', no, 'points', points)), '[]')
           FROM unnest(lot_nos, lot_points) AS move (no, points)
         )) ORDER BY version) AS transactions
       FROM loyalty_transaction WHERE account_no = a.no
     ) journal
     CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object('no', no, 'remaining', remaining)) AS lots
       FROM loyalty_lot WHERE account_no = a.no
     ) lots`,
    [LONGEST_REPLAYED_JOURNAL, REPLAYED_ACCOUNTS]
  )
  return accounts.flatMap(replayAccount)
}

function replayAccount(row: ReplayRow): AuditViolation[] {
  const replayed = replay(row.transactions ?? [])
  const problems = [...replayed.problems]
  if (replayed.balance !== Number(row.balance)) {
    problems.push(`the replay ends at ${replayed.balance}, the balance is ${row.balance}`)
  }
  for (const lot of row.lots) {
    const remaining = replayed.lots.get(lot.no)
    if (remaining !== lot.remaining) {
      problems.push(
        `the replay leaves ${remaining ?? "no"} points in lot ${lot.no}, not ${lot.remaining}`
      )
    }
  }
  return problems.map((message) => ({
    invariant: 2,
    code: "replay_disagrees",
    subject: row.id,
    message,
  }))
}
