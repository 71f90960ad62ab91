import type { DebitInput } from "../../../src/modules/loyalty-points/ledger/types"
import { filledAccountId } from "../ledger-data"
import { againstFloor, type FloorComparison } from "./against-floor"

/** A point taken by hand, with the reason and the merchant. */
export const aDebit = (account_id: string): DebitInput => ({
  account_id,
  kind: "adjust",
  points: 1,
  reason: "Corrected after a call",
  actor: { type: "user", id: "user_bench" },
})

/** A debit with its reason through the module's service. */
const debit: FloorComparison["work"] = (service, id) => service.ledger.debit(aDebit(id))

const titleOf = (which: string) =>
  `a debit of ${which} through the module's service against one UPDATE + INSERT by node-pg`

export const debitRandom = againstFloor({
  name: "debit_random_c8",
  title: titleOf("random accounts"),
  goal: { atLeast: 0.5 },
  work: debit,
})

export const debitHot = againstFloor({
  name: "debit_hot_c8",
  title: titleOf("one account"),
  goal: { atLeast: 0.6 },
  account: () => filledAccountId(1),
  work: debit,
})
