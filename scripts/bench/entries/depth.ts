import type LoyaltyPointsModuleService from "../../../src/modules/loyalty-points/service"
import { compare, millisecondsOf } from "../measure"
import type { Entry } from "../result"
import type { Workbench } from "../workbench"

const SHALLOW = 100
const LIMIT = 20

type Read = (service: LoyaltyPointsModuleService, id: string, journal: number) => Promise<unknown>

/** A read of an account with a long journal against that of an account with a short one. */
function readAtDepth(name: string, what: string, read: Read): Entry {
  return {
    names: [name],
    title: `${what} with 100,000 transactions against one with ${SHALLOW}, 1 client`,
    async run(workbench) {
      const service = await workbench.loyaltyPoints(1)
      const depth = workbench.isQuick ? 2_000 : 100_000
      const deep = await accountWith(workbench, depth)
      const shallow = await accountWith(workbench, SHALLOW)
      const reads = workbench.isQuick ? 20 : 1_000
      return [
        await compare({
          name,
          unit: "ms",
          goal: { atMost: 1.2 },
          runs: workbench.isQuick ? 1 : 11,
          ours: () => millisecondsOf(reads, () => read(service, deep, depth)),
          other: () => millisecondsOf(reads, () => read(service, shallow, SHALLOW)),
        }),
      ]
    },
  }
}

async function accountWith(workbench: Workbench, transactions: number): Promise<string> {
  const shape = { transactionsPerAccount: transactions, creditsPerAccount: 4 }
  const [id = ""] = await workbench.addAccounts({ accounts: 1, ...shape })
  return id
}

export const balanceDepth = readAtDepth(
  "balance_depth",
  "the balance of an account",
  async (service, id) => service.accounts.retrieve(id)
)

export const pageDepth = readAtDepth(
  "page_depth",
  `the last ${LIMIT} of an account's transactions, for an account`,
  async (service, id, journal) => {
    const page = { limit: LIMIT, offset: journal - LIMIT }
    const { rows, count } = await service.accounts.transactions(id, page)
    if (rows.length !== LIMIT || count !== journal) {
      throw new Error(`The last page of ${journal} has ${rows.length} transactions of ${count}`)
    }
  }
)
