/** What the replay reads of a transaction; points are signed, lots are the transactions' versions. */
export type ReplayedTransaction = {
  version: number
  kind: string
  points: number
  balance_after: number
  lots: { no: number; points: number }[]
}

/** An account as its journal alone explains it. `lots` holds what remains of each, 0 included. */
export type ReplayedAccount = {
  balance: number
  version: number
  lots: Map<number, number>
  problems: string[]
}

/**
 * Computes an account from its journal, oldest transaction first: the audit's second opinion. It
 * trusts no total that the database keeps and tells every line that does not follow from the ones
 * before it.
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
  const tell = (problem: string) =>
    account.problems.push(`transaction ${transaction.version} (${transaction.kind}): ${problem}`)
  const debtBefore = debtOf(account.balance)
  account.version += 1
  account.balance += transaction.points

  if (transaction.version !== account.version) {
    tell(`version ${account.version} was expected`)
    account.version = transaction.version
  }
  if (transaction.points === 0) {
    tell("it moves no points")
  }
  if (transaction.balance_after !== account.balance) {
    tell(`balance_after is ${transaction.balance_after}, the journal says ${account.balance}`)
  }
  const inLots = transaction.lots.reduce((sum, lot) => sum + lot.points, 0)
  const debtPaid = debtBefore - debtOf(account.balance)
  if (inLots + debtPaid !== transaction.points) {
    tell(`its lots and its debt make ${inLots + debtPaid} points, not ${transaction.points}`)
  }
  transaction.lots.forEach((lot) => moveLot(account, transaction.version, lot, tell))
}

function moveLot(
  account: ReplayedAccount,
  version: number,
  lot: { no: number; points: number },
  tell: (problem: string) => void
): void {
  const before = account.lots.get(lot.no)
  if (before === undefined && lot.no !== version) {
    tell(`lot ${lot.no} does not exist`)
  }
  const after = (before ?? 0) + lot.points
  if (after < 0) {
    tell(`lot ${lot.no} is used ${-after} points beyond what it had`)
  }
  account.lots.set(lot.no, after)
}
