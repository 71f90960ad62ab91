import type { DataSource, EntityManager } from "typeorm"

import type {
  LiabilityFigures,
  LiabilityMovement,
  Standing,
} from "../../../domain/statistics/liability"
import type { Period } from "../../../domain/statistics/period"
import { POINTS_WALLET } from "../../../domain/wallets/words"
import type { Clock } from "../clock"
import { CURRENT_PROGRAMS } from "../program/kept-rules"
import { LIABILITY_MOVEMENTS, LIABILITY_STANDING, WORK_MEMORY } from "./liability-queries"
import type { PeriodOfWallet } from "./wallet-filter"

/** The value of a program's points. `point_value` is a decimal string. */
export type ProgramValue = { currency_code: string; point_value: string; is_enabled: boolean }

/** `programs` are those that are not deleted. */
export type LiabilitySnapshot = LiabilityFigures & { as_of: Date; programs: ProgramValue[] }

type InText<Row> = { [Field in keyof Row]: Row[Field] extends number ? string : Row[Field] }

/** Reads the figures for the liability report. Nothing here writes. */
export class LiabilityStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: Clock
  ) {}

  /** All on one snapshot. `timeZone` determines the month in which points expire. */
  async read(
    { wallet = POINTS_WALLET, ...period }: PeriodOfWallet,
    timeZone: string,
    now = this.now()
  ): Promise<LiabilitySnapshot> {
    const as_of = period.to < now ? period.to : now
    return this.dataSource.transaction("REPEATABLE READ", async (manager) => {
      await manager.query("SET TRANSACTION READ ONLY")
      await manager.query(`SET LOCAL work_mem = '${WORK_MEMORY}'`)
      return {
        as_of,
        movements: await movementsOf(manager, period, wallet),
        standing: await standingOf(manager, { to: period.to, as_of, timeZone, wallet }),
        programs: await manager.query<ProgramValue[]>(
          `SELECT currency_code, rules->>'point_value' AS point_value,
             (rules->>'is_enabled')::boolean AS is_enabled
           FROM (${CURRENT_PROGRAMS}) program ORDER BY currency_code`
        ),
      }
    })
  }
}

async function movementsOf(
  manager: EntityManager,
  { from, to }: Period,
  wallet: string
): Promise<LiabilityMovement[]> {
  const rows = await manager.query<InText<LiabilityMovement>[]>(LIABILITY_MOVEMENTS, [
    from,
    to,
    wallet,
  ])
  return rows.map((row) => ({ ...row, points: Number(row.points) }))
}

async function standingOf(
  manager: EntityManager,
  { to, as_of, timeZone, wallet }: { to: Date; as_of: Date; timeZone: string; wallet: string }
): Promise<Standing[]> {
  const rows = await manager.query<InText<Standing>[]>(LIABILITY_STANDING, [
    to,
    as_of,
    timeZone,
    wallet,
  ])
  return rows.map((row) => ({
    ...row,
    outstanding: Number(row.outstanding),
    overdue: Number(row.overdue),
    debt: Number(row.debt),
  }))
}
