/**
 * One check of the ledger: a query that returns a row for each violation, over all accounts at
 * once. Rows: `subject` (the account, order or key) and `message`. `invariant` is its number in
 * docs/ledger.md.
 */
export type InvariantCheck = { invariant: number; code: string; sql: string }
