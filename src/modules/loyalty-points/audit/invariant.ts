/**
 * One check of the ledger: a query over all accounts that returns a row for each violation, with
 * `subject` (the account, order or key) and `message`. `invariant` is its number in docs/ledger.md.
 */
export type InvariantCheck = { invariant: number; code: string; sql: string }
