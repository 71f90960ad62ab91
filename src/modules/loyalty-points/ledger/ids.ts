import { generateEntityId } from "@medusajs/framework/utils"

const TRANSACTION_PREFIX = "ltx"
const LOT_PREFIX = "llot"

export const newAccountId = () => generateEntityId(undefined, "lacc")
export const newRedemptionId = () => generateEntityId(undefined, "lred")
export const newProgramId = () => generateEntityId(undefined, "lprog")

/** A transaction's name outside is its key inside: no index is needed to find it. */
export const transactionId = (accountNo: string | number, version: string | number) =>
  `${TRANSACTION_PREFIX}_${accountNo}_${version}`

export const lotId = (accountNo: string | number, no: string | number) =>
  `${LOT_PREFIX}_${accountNo}_${no}`

/** The key inside of a transaction's name, or null when it is not one. */
export function parseTransactionId(id: string): { account_no: string; version: string } | null {
  const match = /^ltx_(\d{1,18})_(\d{1,18})$/.exec(id)
  return match ? { account_no: match[1] as string, version: match[2] as string } : null
}
