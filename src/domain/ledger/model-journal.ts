import type { AccountModel, ModelSource, ModelTransaction } from "./model-account"
import type { LotMove } from "./model-lots"

/** The account after an operation, or why it was refused; then nothing changes. */
export type Outcome<T> = { account: AccountModel; result: T } | { refused: RefusalCode }

export type RefusalCode =
  | "insufficient_points"
  | "idempotency_key_reused"
  | "invalid_ledger_argument"
  | "wrong_redemption_status"
  | "settlement_outdated"

/** An operation's transaction, and whether this call wrote it. */
export type Written = Readonly<{ transaction: ModelTransaction; is_new: boolean }>

/** What a transaction records besides its points. */
export type Entry = Readonly<{
  kind: string
  source: ModelSource | null
  key: string | null
  request: string
}>

/** A transaction that opens a lot, whatever else it does. */
export function openLot(
  account: AccountModel,
  points: number,
  available_at: Date,
  expires_at: Date | null,
  credited: number,
  otherMoves: readonly LotMove[],
  entry: Entry
): AccountModel {
  const no = account.transactions.length + 1
  const lot = { no, points, remaining: points, available_at, expires_at }
  const moves = [...otherMoves, { no, points }]
  return append({ ...account, lots: [...account.lots, lot] }, credited, moves, expires_at, entry)
}

/** The account after one more transaction; its lots are already updated. */
export function append(
  account: AccountModel,
  points: number,
  moves: readonly LotMove[],
  expires_at: Date | null,
  entry: Entry
): AccountModel {
  const balance = account.balance + points
  const version = account.transactions.length + 1
  const line = { ...entry, version, points, balance_after: balance, lots: [...moves], expires_at }
  return { ...account, balance, transactions: [...account.transactions, line] }
}

/** The outcome of an operation that wrote the last transaction. */
export function written(account: AccountModel): Outcome<Written> {
  const transaction = account.transactions.at(-1) as ModelTransaction
  return { account, result: { transaction, is_new: true } }
}

/** A key's first result, a refusal if it was used for another request, null if it is new. */
export function replayed(account: AccountModel, { key, request }: Entry): Outcome<Written> | null {
  const transaction = account.transactions.find((line) => line.key !== null && line.key === key)
  if (!transaction) {
    return null
  }
  return transaction.request === request
    ? { account, result: { transaction, is_new: false } }
    : { refused: "idempotency_key_reused" }
}

/** What an idempotency key stands for. */
export const requestOf = (
  operation: string,
  { points, source }: { points: number; source: ModelSource | null }
): string => [operation, points, source?.type, source?.id].join(" ")
