/** What the replay reads of a transaction; points are signed, lots are the transactions' versions. */
export type ReplayedTransaction = {
  version: number
  kind: string
  points: number
  balance_after: number
  lots: { no: number; points: number }[]
}

/** An account computed from its journal alone. `lots` holds what remains of each, including 0. */
export type ReplayedAccount = {
  balance: number
  version: number
  lots: Map<number, number>
  problems: string[]
}

/**
 * Computes an account from its journal, oldest transaction first: the audit's second opinion. It trusts
 * none of the database's totals and reports every line that does not follow from those before it.
 */
export function replay(transactions: readonly ReplayedTransaction[]): ReplayedAccount {
  const account: ReplayedAccount = { balance: 0, version: 0, lots: new Map(), problems: [] }
  for (const transaction of transactions) {
    replayOne(account, transaction)
  }
  return account
}

/** A balance below zero is a debt. */
export const debtOf = (balance: number): number => Math.max(-balance, 0)

function replayOne(account: ReplayedAccount, transaction: ReplayedTransaction): void {
  const report = (problem: string) =>
    account.problems.push(`transaction ${transaction.version} (${transaction.kind}): ${problem}`)
  const debtBefore = debtOf(account.balance)
  account.version += 1
  account.balance += transaction.points

  if (transaction.version !== account.version) {
    report(`version ${account.version} was expected`)
    account.version = transaction.version
  }
  if (transaction.points === 0) {
    report("it moves no points")
  }
  if (transaction.balance_after !== account.balance) {
    report(`balance_after is ${transaction.balance_after}, the journal says ${account.balance}`)
  }
  const inLots = transaction.lots.reduce((sum, lot) => sum + lot.points, 0)
  const debtPaid = debtBefore - debtOf(account.balance)
  if (inLots + debtPaid !== transaction.points) {
    report(`its lots and its debt make ${inLots + debtPaid} points, not ${transaction.points}`)
  }
  transaction.lots.forEach((lot) => moveLot(account, transaction.version, lot, report))
}

function moveLot(
  account: ReplayedAccount,
  version: number,
  lot: { no: number; points: number },
  report: (problem: string) => void
): void {
  const before = account.lots.get(lot.no)
  if (before === undefined && lot.no !== version) {
    report(`lot ${lot.no} does not exist`)
  }
  const after = (before ?? 0) + lot.points
  if (after < 0) {
    report(`lot ${lot.no} is used ${-after} points beyond what it had`)
  }
  account.lots.set(lot.no, after)
}
