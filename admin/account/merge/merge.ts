import * as z from "zod"
import { REASON_LENGTH } from "../../../src/domain/program/limits"
import type { HttpLoyaltyAccountWithCustomer } from "../../../src/types/http"
import { nameOf } from "../customer-name"

/** The form's values, and the body of `POST /admin/loyalty/accounts/:id/merge`. */
export type MergeBody = { into_account_id: string; reason: string }

export const EMPTY_MERGE: MergeBody = { into_account_id: "", reason: "" }

/** A problem with a field, for the form to put into words. */
export type MergeMessages = {
  targetRequired: string
  reasonRequired: string
  reasonTooLong: string
}

export const mergeSchema = (say: MergeMessages) =>
  z.object({
    into_account_id: z.string().min(1, say.targetRequired),
    reason: z.string().trim().min(1, say.reasonRequired).max(REASON_LENGTH, say.reasonTooLong),
  })

/** The accounts that an account can be merged into: open ones other than itself. */
export function targetsFor(
  account: { id: string; wallet: string },
  found: readonly HttpLoyaltyAccountWithCustomer[]
): HttpLoyaltyAccountWithCustomer[] {
  return found.filter(
    ({ id, wallet, closed_at }) => id !== account.id && wallet === account.wallet && !closed_at
  )
}

/** Whose an account is, in one line: name and e-mail address as far as known. */
export function ownerOf({ customer, customer_id }: HttpLoyaltyAccountWithCustomer): string {
  const known = customer ? [nameOf(customer), customer.email].filter(Boolean) : []
  return known.join(" · ") || customer_id
}
