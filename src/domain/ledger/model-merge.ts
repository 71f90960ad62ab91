import type { AccountModel } from "./model-account"
import { append, type Entry } from "./model-journal"
import { byExpiry } from "./model-lots"
import { addPoints, catchUp, spendOnOrder, takePoints } from "./model-points"

/** Two accounts, after everything the first had was moved to the second. */
export type Merged = Readonly<{ source: AccountModel; target: AccountModel }>

/**
 * Moves everything from one account to another: its lots one by one, the first to expire first, or its
 * debt. Its purchases then count for the other account. The source must have no holds. The sum of both
 * balances does not change.
 */
export function merge(source: AccountModel, target: AccountModel, now: Date): Merged {
  const purchases = [...target.purchases, ...source.purchases]
  const from = { ...catchUp(source, now), purchases: [] }
  const into = { ...catchUp(target, now), purchases }
  const entry: Entry = { kind: "merge", source: null, key: null, request: "" }
  return from.balance < 0 ? moveDebt(from, into, now, entry) : moveLots(from, into, entry)
}

function moveLots(source: AccountModel, target: AccountModel, entry: Entry): Merged {
  if (source.balance === 0) {
    return { source, target }
  }
  const open = [...source.lots].filter(({ remaining }) => remaining > 0).sort(byExpiry)
  return {
    source: takePoints(source, source.balance, [() => true], entry),
    target: open.reduce(
      (account, { remaining, available_at, expires_at }) =>
        addPoints(account, remaining, available_at, expires_at, entry),
      target
    ),
  }
}

function moveDebt(source: AccountModel, target: AccountModel, now: Date, entry: Entry): Merged {
  return {
    source: append(source, -source.balance, [], null, entry),
    target: spendOnOrder(target, -source.balance, now, entry),
  }
}
