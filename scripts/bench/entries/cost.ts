import type { Pool } from "pg"
import { say } from "../../lib/output"
import { filledAccountId } from "../ledger-data"
import { CLIENTS, inTurn, times } from "../measure"
import { Floor } from "../peers/floor"
import { figure } from "../report"
import { type Pair, type Result, resultOf } from "../result"
import type { Entry } from "../result"
import { cpuBetween, cpuMilliseconds, walBytes, whyHidden } from "../server-cost"
import { aDebit } from "./debit"

/** What one debit cost the server. */
interface Cost {
  cpu: number
  wal: number
}

/**
 * Few enough accounts that their pages have already been touched: after a checkpoint, a page is logged
 * in full when first touched, which would penalise whoever comes first. What remains of that affects
 * one or two of many short pairs, which the median ignores.
 */
const ACCOUNTS = 1_000

/** The server's CPU and write-ahead log for a debit, against the floor's. */
export const cost: Entry = {
  names: ["cost_cpu", "cost_wal"],
  title: `the server's CPU and write-ahead log for a debit against the floor's, ${ACCOUNTS} accounts, ${CLIENTS} clients`,
  async run(workbench) {
    const service = await workbench.loyaltyPoints(CLIENTS)
    const pool = await workbench.pool(CLIENTS)
    const floor = await Floor.open(pool)
    const debits = workbench.isQuick ? 200 : 4_000
    const id = () => filledAccountId(1 + Math.floor(Math.random() * ACCOUNTS))
    const pairs = await inTurn(
      workbench.isQuick ? 1 : 15,
      () => costOf(pool, debits, () => service.ledger.debit(aDebit(id()))),
      () => costOf(pool, debits, () => floor.debit(id())),
      (run, costs) => say(`  ${run}: ${costs.map(inWords).join(" and ")}`)
    )
    const hidden = await whyHidden(pool)
    if (hidden) {
      say(`  cost_cpu: not measurable here, as ${hidden}`)
    }
    return [...(hidden ? [] : [cpuResult(pairs)]), walResult(pairs)]
  },
}

async function costOf(pool: Pool, debits: number, debit: () => Promise<unknown>): Promise<Cost> {
  const [cpu, wal] = [await cpuMilliseconds(pool), await walBytes(pool)]
  await times(debits, CLIENTS, debit)
  return {
    wal: ((await walBytes(pool)) - wal) / debits,
    cpu: cpuBetween(cpu, await cpuMilliseconds(pool)) / debits,
  }
}

const inWords = ({ cpu, wal }: Cost) => `${figure(cpu)} ms, ${figure(wal)} bytes`

const cpuResult = (pairs: [Cost, Cost][]): Result =>
  resultOf(
    { name: "cost_cpu", unit: "ms", goal: { atMost: 2.0 } },
    pairs.map(([ours, floor]): Pair => [ours.cpu, floor.cpu])
  )

const walResult = (pairs: [Cost, Cost][]): Result =>
  resultOf(
    { name: "cost_wal", unit: "bytes", goal: { atMost: 2.2 } },
    pairs.map(([ours, floor]): Pair => [ours.wal, floor.wal])
  )
