import { say } from "../../lib/output"
import { type LedgerSize, randomAccountId } from "../ledger-data"
import { CLIENTS, compare, effort, perSecond } from "../measure"
import { figure } from "../report"
import type { Entry, Result } from "../result"
import type { Workbench } from "../workbench"
import { aDebit } from "./debit"

const SHAPE = { transactionsPerAccount: 1, creditsPerAccount: 1 }
const FULL = { small: 1_000, large: [100_000, 1_000_000] }
const QUICK = { small: 100, large: [500, 1_000] }
const GOAL = { atLeast: 0.8 }

/** Debits of ledgers of several sizes against a small one; the slowest counts. */
export const scale: Entry = {
  names: ["scale"],
  title: `a debit with 100,000 and with 1,000,000 accounts against 1,000, ${CLIENTS} clients; the slower counts`,
  async run(workbench) {
    const { small, large } = workbench.isQuick ? QUICK : FULL
    const results: Result[] = []
    for (const accounts of large) {
      say(`  ${figure(accounts)} accounts against ${figure(small)}`)
      results.push(await againstSmall(workbench, accounts, small))
    }
    await tellClients(workbench, large.at(0) ?? small)
    results.sort((one, other) => (one.ratio?.median ?? 0) - (other.ratio?.median ?? 0))
    return results.slice(0, 1)
  },
}

async function againstSmall(workbench: Workbench, accounts: number, small: number) {
  const { runs } = effort(workbench.isQuick)
  const ours = await debits(workbench, accounts, CLIENTS)
  const other = await debits(workbench, small, CLIENTS)
  const result = await compare({ name: "scale", unit: "per s", goal: GOAL, runs, ours, other })
  await workbench.disconnect()
  return result
}

async function tellClients(workbench: Workbench, accounts: number): Promise<void> {
  for (const clients of [1, CLIENTS, 32]) {
    const measure = await debits(workbench, accounts, clients)
    await measure()
    const rate = await measure()
    say(`  ${figure(rate)} per s by ${clients} clients with ${figure(accounts)} accounts`)
    await workbench.disconnect()
  }
}

/** How many debits of random accounts a number of clients makes per second. */
async function debits(workbench: Workbench, accounts: number, clients: number) {
  const size: LedgerSize = { accounts, ...SHAPE }
  const service = await workbench.loyaltyPoints(clients, size)
  const { milliseconds } = effort(workbench.isQuick)
  return () =>
    perSecond({ clients, milliseconds }, () => service.ledger.debit(aDebit(randomAccountId(size))))
}
