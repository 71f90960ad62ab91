import { CLIENTS, compare, effort, perSecond } from "../measure"
import type { Entry } from "../result"
import type { Workbench } from "../workbench"
import { aDebit } from "./debit"

const FEW = 10

/** A debit of accounts with very many open lots against one of accounts with few. */
export const lotsDepth: Entry = {
  names: ["lots_depth"],
  title: `a debit of an account with 10,000 open lots against one with ${FEW}, ${CLIENTS} clients, each with its own`,
  async run(workbench) {
    const service = await workbench.loyaltyPoints(CLIENTS)
    const { runs, milliseconds } = effort(workbench.isQuick)
    const debit = (ids: string[]) => async () => {
      let turn = 0
      const rate = await perSecond({ clients: CLIENTS, milliseconds }, () =>
        service.ledger.debit(aDebit(ids[turn++ % ids.length] ?? ""))
      )
      return 1000 / rate
    }
    const many = debit(await accountsWith(workbench, workbench.isQuick ? 500 : 10_000))
    const few = debit(await accountsWith(workbench, FEW))
    const goal = { atMost: 2 }
    return [await compare({ name: "lots_depth", unit: "ms", goal, runs, ours: many, other: few })]
  },
}

function accountsWith(workbench: Workbench, lots: number): Promise<string[]> {
  const shape = { transactionsPerAccount: lots, creditsPerAccount: lots }
  return workbench.addAccounts({ accounts: CLIENTS, ...shape })
}
