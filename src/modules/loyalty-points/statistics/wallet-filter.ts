import type { Period } from "../../../domain/statistics/period"

/** What a report is made for: a period, and the wallet it is about, `points` by default. */
export type PeriodOfWallet = Period & { wallet?: string }

/**
 * Leaves rows of other wallets out. It asks for the others, not for the wallet itself: where there
 * is one wallet the database finds that nobody is to be left out, and matches no row with an account.
 */
export const ofWallet = (row: string, wallet: string) => `
  NOT EXISTS (SELECT FROM loyalty_account other
    WHERE other.no = ${row}.account_no AND other.wallet <> ${wallet})`
