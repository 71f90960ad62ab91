import type { Period } from "../../../domain/statistics/period"

/** The scope of a report: a period and a wallet, `points` by default. */
export type PeriodOfWallet = Period & { wallet?: string }

/**
 * Leaves out rows of other wallets. It tests for the other wallets rather than for this one: if there is
 * only one wallet, the database finds nothing to leave out and joins no row with an account.
 */
export const ofWallet = (row: string, wallet: string) => `
  NOT EXISTS (SELECT FROM loyalty_account other
    WHERE other.no = ${row}.account_no AND other.wallet <> ${wallet})`
