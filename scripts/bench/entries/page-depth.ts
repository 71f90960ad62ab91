import { AccountStore } from "../../../src/modules/loyalty-points/ledger/account-store"
import { say } from "../../lib/output"
import { withClient } from "../../lib/postgres/connection"
import { fillDeepAccount } from "../ledger-data"
import { figure } from "../report"
import { compare, type Entry } from "../result"
import { FILLED_AT } from "../workbench"

const LIMIT = 20

/** A page far down a long journal against its first page. */
export const pageDepth: Entry = {
  name: "page_depth",
  title: "20 transactions at depth 100,000 against the first 20",
  async run(workbench) {
    const dataSource = await workbench.ledger(1)
    const depth = workbench.isQuick ? 5_000 : 100_000
    const number = workbench.size.accounts + 1
    const id = await withClient(await workbench.database(), (client) =>
      fillDeepAccount(client, number, depth + LIMIT, FILLED_AT)
    )
    const store = new AccountStore(dataSource)
    const page = (offset: number) => async () => {
      const { rows } = await store.transactions(id, { limit: LIMIT, offset })
      if (rows.length !== LIMIT) {
        throw new Error(`The page at ${offset} has ${rows.length} transactions`)
      }
    }
    const repeats = workbench.isQuick ? 50 : 500
    const result = await compare(
      workbench.isQuick ? 2 : 7,
      () => milliseconds(page(depth), repeats),
      () => milliseconds(page(0), repeats),
      (run, one, other) => say(`  ${run}: ${figure(one)} and ${figure(other)} ms`)
    )
    return { ...result, name: this.name, unit: "ms", goal: { atMost: 1.5 } }
  },
}

/** The time of one of many. */
async function milliseconds(work: () => Promise<void>, repeats: number): Promise<number> {
  const started = performance.now()
  for (let i = 0; i < repeats; i++) {
    await work()
  }
  return (performance.now() - started) / repeats
}
