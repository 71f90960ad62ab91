import type { HttpTypes } from "@medusajs/types"
import type {
  HttpLoyaltyAccount,
  HttpLoyaltyQuote,
  HttpLoyaltyTransaction,
  HttpOrderSummary,
  HttpPublicLoyaltyProgram,
} from "../../src/types/http"

/** A customer's points. */
export type LoyaltyAccount = HttpLoyaltyAccount
/** What points can do on one cart, money in major units. */
export type LoyaltyQuote = HttpLoyaltyQuote
/** A line of a customer's points history. */
export type LoyaltyTransaction = HttpLoyaltyTransaction
/** The rules of one currency. */
export type LoyaltyProgram = HttpPublicLoyaltyProgram
/** Number and value of a customer's orders. */
export type LoyaltyOrderSummary = HttpOrderSummary
/** A cart as returned by Medusa's store API. */
export type LoyaltyCart = HttpTypes.StoreCart

/** What the pieces send with a request. */
export type LoyaltyRequest = {
  method?: "GET" | "POST" | "DELETE"
  query?: Record<string, string | number>
  body?: Record<string, string | number | boolean>
}

/** The part of a `@medusajs/js-sdk` instance that the pieces use. */
export interface LoyaltySdk {
  client: { fetch<Answer>(path: string, request?: LoyaltyRequest): Promise<Answer> }
}

/** The answer to applying or removing points. */
export type LoyaltyCartUpdate = { cart: LoyaltyCart; quote: LoyaltyQuote }
