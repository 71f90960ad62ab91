import { formatsOf } from "../lib/formats"
import type { Voice } from "../lib/phrases"
import { textsOf } from "../lib/texts"
import type { LoyaltyQuote, LoyaltyTransaction } from "../types"

export function voiceOf(locale: string): Voice {
  return { texts: textsOf(locale), formats: formatsOf(locale) }
}

/** Text with ordinary spaces in place of `Intl`'s non-breaking ones. */
export const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ")

export { PUBLIC_PROGRAM as PROGRAM } from "../../../src/types/__tests__/worked-example"

/** 15,000 points on an order of 450.00 PLN, none of them applied. */
export const QUOTE: LoyaltyQuote = {
  eligible: true,
  reasons: [],
  available: 15_000,
  order_total: 450,
  max_points: 15_000,
  max_discount: 150,
  points_requested: 0,
  points_applied: 0,
  discount: 0,
  points_to_earn: 4500,
  currency_code: "pln",
}

export const TRANSACTION: LoyaltyTransaction = {
  id: "ltx_1",
  account_id: "lacc_1",
  kind: "earn",
  points: 100,
  balance_after: 100,
  source: { type: "order", id: "order_1" },
  order_id: "order_1",
  cart_id: null,
  return_id: null,
  reason: null,
  actor_type: null,
  actor_id: null,
  program_version: 1,
  expires_at: "2027-11-21T10:00:00.000Z",
  details: null,
  occurred_at: "2026-11-21T10:00:00.000Z",
  created_at: "2026-11-21T10:00:00.000Z",
}
