import { z } from "@medusajs/framework/zod"

import { count, points, text, time } from "./fields"

const accountFields = {
  id: text,
  customer_id: text.describe(
    "Whose points they are; `deleted_` and the account's id once the customer was deleted."
  ),
  wallet: text.describe("The wallet's code."),
  balance: points.describe("Below 0: a debt that the next points cover."),
  held: count.describe("Points that a checkout or a draft order holds."),
  pending: count.describe("Earned points that cannot be spent yet."),
  available: points.describe(
    "What can be spent now: the points of live lots, less held and pending. Points past their expiry never count, whether or not the expiry job has run."
  ),
  lifetime_earned: points.describe("Points earned in all, less what was taken back."),
  lifetime_redeemed: points.describe("Points spent in all, less what was given back."),
  expiring: z
    .array(z.strictObject({ points: count, expires_at: time }))
    .describe("The next expiries, soonest first."),
  expiry_reminders: z
    .boolean()
    .describe("Whether the customer is reminded before points expire; true until they opt out."),
  closed_at: time
    .nullable()
    .describe(
      "null as long as the account can be used. It closes for good when its customer is deleted or it is merged; what would use it then answers 400 with the code `loyalty_account_closed`."
    ),
  merged_into: text.nullable().describe("The account that its points moved to."),
  created_at: time,
  updated_at: time,
}

export const loyaltyAccount = z
  .strictObject(accountFields)
  .meta({ id: "LoyaltyAccount", description: "A customer's points of one wallet." })

const customerSummary = z.strictObject({
  id: text,
  email: text.nullable(),
  first_name: text.nullable(),
  last_name: text.nullable(),
})

export const loyaltyAccountWithCustomer = z
  .strictObject({
    ...accountFields,
    customer: customerSummary.nullable().describe("null for a customer who was deleted."),
  })
  .meta({ id: "LoyaltyAccountWithCustomer", description: "An account and whose it is." })
