import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

import { EXPIRY_MOMENTS } from "../../../domain/earning/validity"
import { isTimeZone } from "../../../domain/shared/time-zone"

/** Answers whether a customer's e-mail address is proven to be theirs. */
type EmailProof = (customer: CustomerDTO, container: MedusaContainer) => boolean | Promise<boolean>

/** Orders that members placed as guests before they registered. */
const guestOrdersSchema = z.strictObject({
  /** true: they earn points once the member's e-mail address is verified. */
  claim: z.boolean().default(false),
  /** The store's own proof; by default, Medusa's e-mail verification decides. */
  isVerified: z
    .custom<EmailProof>(
      (value) => typeof value === "function",
      "must be a function (customer, container) that answers true or false"
    )
    .optional(),
})

export const ledgerOptions = {
  /** How many days back the nightly job settles orders again. */
  settleOrdersOfDays: z.number().int().min(1).default(14),
  /** IANA time zone, e.g. "Europe/Warsaw", in which validity_days and pending_days are counted. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, such as "UTC" or "Europe/Warsaw"')
    .default("UTC"),
  /**
   * Points live `validity_days`, until the same time of day ("instant") or the end of the last day in
   * `timeZone` ("end_of_day"). Applies to points earned from now on: a lot keeps its expiry.
   */
  expiryMoment: z.enum(EXPIRY_MOMENTS).default("instant"),
  /** Whether a guest's earlier orders earn points when they register. */
  guestOrders: guestOrdersSchema.prefault({}),
  /** Returns the current time; tests move it. The server's clock by default. */
  clock: z
    .custom<() => Date>(
      (value) => typeof value === "function",
      "must be a function that returns a Date"
    )
    .default(() => () => new Date()),
}
