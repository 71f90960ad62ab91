import { generateEntityId } from "@medusajs/framework/utils"

const TRANSACTION_PREFIX = "ltx"
const LOT_PREFIX = "llot"

export const newAccountId = () => generateEntityId(undefined, "lacc")
export const newRedemptionId = () => generateEntityId(undefined, "lred")
export const newMessageId = () => generateEntityId(undefined, "lmsg")
export const newReminderId = () => generateEntityId(undefined, "lrem")
export const newProgramId = () => generateEntityId(undefined, "lprog")

/** Takes the place of the id of a customer whose account is closed. */
export const closedCustomerId = (accountId: string) => `deleted_${accountId}`

/** A transaction's public id contains its internal key, so that finding it needs no other index. */
export const transactionId = (accountNo: string | number, version: string | number) =>
  `${TRANSACTION_PREFIX}_${accountNo}_${version}`

export const lotId = (accountNo: string | number, no: string | number) =>
  `${LOT_PREFIX}_${accountNo}_${no}`
