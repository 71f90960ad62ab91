/** The kinds of transactions; more may come. */
export const TRANSACTION_KINDS = [
  "earn",
  "redeem",
  "redeem_refund",
  "earn_reversal",
  "expire",
  "adjust",
  "bonus",
  "merge",
] as const
export type TransactionKind = (typeof TRANSACTION_KINDS)[number]
