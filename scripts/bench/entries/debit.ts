import type { DebitInput } from "../../../src/modules/loyalty-points/ledger/types"
import { filledAccountId, type LedgerSize, randomAccountId } from "../ledger-data"
import { compareRates } from "../measure"
import { Floor } from "../peers/floor"
import type { Entry, Goal } from "../result"

/** How many debit at once. */
export const CLIENTS = 8

/** A point that a merchant takes by hand: with the reason and who it was. */
export const aDebit = (account_id: string): DebitInput => ({
  account_id,
  kind: "adjust",
  points: 1,
  reason: "Corrected after a call",
  actor: { type: "user", id: "user_bench" },
})

/** A debit with its reason through the module's service against the floor. */
function debitAgainstFloor(
  name: string,
  which: string,
  goal: Goal,
  account: (size: LedgerSize) => string
): Entry {
  return {
    names: [name],
    title: `a debit of ${which} through the module's service against one UPDATE + INSERT by node-pg, ${CLIENTS} clients`,
    async run(workbench) {
      const service = await workbench.loyaltyPoints(CLIENTS)
      const floor = await Floor.open(await workbench.pool(CLIENTS))
      const id = () => account(workbench.size)
      return [
        await compareRates({
          name,
          goal,
          clients: CLIENTS,
          isQuick: workbench.isQuick,
          ours: () => service.debit(aDebit(id())),
          other: () => floor.debit(id()),
        }),
      ]
    },
  }
}

export const debitRandom = debitAgainstFloor(
  "debit_random_c8",
  "random accounts",
  { atLeast: 0.5 },
  randomAccountId
)

export const debitHot = debitAgainstFloor("debit_hot_c8", "one account", { atLeast: 0.6 }, () =>
  filledAccountId(1)
)
