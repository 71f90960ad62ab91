import type { DataSource, EntityManager } from "typeorm"

import type { Period } from "../../../domain/statistics/period"
import type { AccountTotals, DatedMovement } from "../../../domain/statistics/statistics"
import { POINTS_WALLET } from "../../../domain/wallets/words"
import type { Clock } from "../clock"
import { ofWallet } from "./wallet-filter"
import type { PeriodOfWallet } from "./wallet-filter"

/** What the statistics of a period are computed from. */
export type LedgerFigures = { movements: DatedMovement[]; totals: AccountTotals }

/**
 * Sums of a period by UTC day, kind and sign, by when things happened rather than were written.
 * $1, $2: the period, $3: the wallet.
 */
const MOVEMENTS = `
  SELECT to_char(day AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS date, kind, points
  FROM (
    SELECT date_bin('1 day', occurred_at, 'epoch') AS day, kind, sum(points) AS points
    FROM loyalty_transaction t
    WHERE occurred_at >= $1 AND occurred_at < $2 AND ${ofWallet("t", "$3")}
    GROUP BY 1, kind, points > 0
  ) sums`

/**
 * The balances then are the balances now less everything since: exact, and only the end of the journal
 * is read. Due points not kept for a hold are not outstanding, whether or not they were written off.
 * $1: now, $2: the end of the period, $3: the wallet.
 */
const TOTALS = `
  SELECT count(*) FILTER (WHERE a.closed_at IS NULL) AS members,
    coalesce(sum(a.balance), 0) - (
      SELECT coalesce(sum(points), 0) FROM loyalty_transaction t
      WHERE occurred_at >= $2 AND ${ofWallet("t", "$3")}
    ) AS closing_balance,
    coalesce(sum(GREATEST(a.balance, 0) - GREATEST(coalesce(passed.due, 0) - a.held, 0)), 0)
      AS outstanding
  FROM loyalty_account a
  LEFT JOIN LATERAL (
    SELECT sum(remaining) AS due FROM loyalty_lot
    WHERE a.next_expiry <= $1 AND account_no = a.no AND open AND expires_at <= $1
  ) passed ON true
  WHERE a.wallet = $3`

/** Reads totals of the journal and the accounts. Nothing here writes. */
export class StatisticsStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /** Movements and totals on one snapshot, so that they add up in a running store. */
  async read(
    { wallet = POINTS_WALLET, ...period }: PeriodOfWallet,
    now = this.now()
  ): Promise<LedgerFigures> {
    return this.dataSource.transaction("REPEATABLE READ", async (manager) => {
      await manager.query("SET TRANSACTION READ ONLY")
      return {
        movements: await movementsOf(manager, period, wallet),
        totals: await totalsOf(manager, period, wallet, now),
      }
    })
  }
}

async function movementsOf(
  manager: EntityManager,
  { from, to }: Period,
  wallet: string
): Promise<DatedMovement[]> {
  const rows = await manager.query<{ date: string; kind: string; points: string }[]>(MOVEMENTS, [
    from,
    to,
    wallet,
  ])
  return rows.map((row) => ({ ...row, points: Number(row.points) }))
}

async function totalsOf(
  manager: EntityManager,
  { to }: Period,
  wallet: string,
  now: Date
): Promise<AccountTotals> {
  const [totals] = await manager.query<Record<keyof AccountTotals, string>[]>(TOTALS, [
    now,
    to,
    wallet,
  ])
  return {
    members: Number(totals?.members),
    closing_balance: Number(totals?.closing_balance),
    outstanding: Number(totals?.outstanding),
  }
}
