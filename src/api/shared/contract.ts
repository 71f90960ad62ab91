import type { z } from "@medusajs/framework/zod"

/** Who may call a route. `customer?`: anybody, and a customer's credentials count. */
export type Access = "anyone" | "customer" | "customer?" | "merchant"

/** A route of the API, as the reference describes it. */
export type ApiRoute = {
  method: "GET" | "POST" | "DELETE"
  /** Parameters as Medusa writes them: `/store/carts/:id/loyalty-points`. */
  path: string
  tag: Tag
  access: Access
  summary: string
  description?: string
  query?: z.ZodObject
  /** What the middlewares check the body with. Left out: the route takes none. */
  body?: z.ZodObject
  /** Values that the route takes for fields that a body leaves out. */
  defaults?: Record<string, unknown>
  /** The answer of status 200. */
  answer: z.ZodType
  /** The same answer in another media type. */
  alsoAnswers?: string
  /** Statuses of its errors. */
  errors: readonly ErrorStatus[]
}

export const ERRORS = {
  400: "The request is not valid, or not allowed now. `message` says why.",
  401: "Nobody is logged in, or not the right kind of user.",
  404: "There is no such thing, or not for this caller.",
  409: "Another operation is using the account. Try again.",
  422: "It exists already, or the idempotency key was used for something else.",
} as const
export type ErrorStatus = keyof typeof ERRORS

export const TAGS = {
  "Store: points": "A shopper's points, and what they are worth.",
  "Store: carts": "Paying a cart with points.",
  Programs: "The rules of each currency.",
  Accounts: "Customers' points, their journals and lots.",
  Orders: "The points of orders and draft orders.",
  Reports: "Figures for the merchant, and the proof of the ledger.",
} as const
export type Tag = keyof typeof TAGS
