import { z } from "@medusajs/framework/zod"

import { TRANSACTION_KINDS } from "../../../src/domain/ledger/kinds"
import { count, currencyCode, money, points, text, time } from "./fields"

const accountFields = {
  id: text,
  customer_id: text.describe(
    "Whose points they are; `deleted_` and the account's id once deleted."
  ),
  wallet: text,
  balance: points.describe("Below 0: a debt that the next points cover."),
  held: count.describe("Points that a checkout or a draft order holds."),
  pending: count.describe("Earned points that cannot be spent yet."),
  available: points.describe("What can be spent now; points past their expiry never count."),
  lifetime_earned: points,
  lifetime_redeemed: points,
  expiring: z
    .array(z.strictObject({ points: count, expires_at: time }))
    .describe("The next expiries, soonest first."),
  expiry_reminders: z
    .boolean()
    .describe("Whether the customer wants to be told before points expire."),
  closed_at: time
    .nullable()
    .describe("When its customer was deleted or it was merged; null as long as it can be used."),
  merged_into: text.nullable().describe("The account that its points moved to."),
  created_at: time,
  updated_at: time,
}

export const loyaltyAccount = z
  .strictObject(accountFields)
  .meta({ id: "LoyaltyAccount", description: "A customer's points." })

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

export const loyaltyTransaction = z
  .strictObject({
    id: text,
    account_id: text,
    kind: z.enum(TRANSACTION_KINDS).describe("More kinds may come."),
    points: points.describe("Signed, never 0."),
    balance_after: points,
    source: z
      .strictObject({ type: text, id: text })
      .nullable()
      .describe("What it is about, such as an order."),
    order_id: text.nullable().describe("The source's id, when it is an order."),
    cart_id: text.nullable(),
    return_id: text.nullable(),
    reason: text.nullable(),
    actor_type: text.nullable().describe("What kind of actor asked for it."),
    actor_id: text.nullable(),
    program_version: count.nullable().describe("The version of the rules it was computed with."),
    expires_at: time.nullable(),
    details: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe("Of an `expire`: `{ lots: [{ id, points, expires_at }] }`."),
    occurred_at: time,
    created_at: time,
  })
  .meta({ id: "LoyaltyTransaction", description: "A line of an account's journal." })

export const journalLine = loyaltyTransaction
  .extend({
    customer_id: text,
    wallet: text,
    version: count.describe("1, 2, 3, … within the account."),
  })
  .meta({ id: "LoyaltyJournalLine", description: "A line of the journal with whose it is." })

export const loyaltyLot = z
  .strictObject({
    id: text,
    account_id: text,
    points: count.describe("Points that the lot was opened with."),
    remaining: count.describe("Points that are left of it."),
    available_at: time.describe("From when on its points can be spent."),
    expires_at: time.nullable().describe("null: never."),
    created_at: time,
  })
  .meta({ id: "LoyaltyLot", description: "Points that came together and expire together." })

export const loyaltyRedemption = z
  .strictObject({
    id: text,
    cart_id: text.nullable().describe("The cart; null on a draft order."),
    target: z
      .strictObject({ type: z.enum(["cart", "draft_order"]), id: text })
      .describe("What the points pay for."),
    wallet: text,
    order_id: text.nullable(),
    customer_id: text,
    status: z.enum(["requested", "held", "captured", "released"]),
    points_requested: count,
    points: count.describe("0 until they are held."),
    discount: money.describe("What they take off, in major units; 0 until they are held."),
    lines: z
      .array(z.strictObject({ line_id: text, points_per_unit: count, units: z.number() }))
      .nullable()
      .describe("Lines paid by the unit, whose points are part of `points`; null without any."),
    currency_code: currencyCode,
  })
  .meta({ id: "LoyaltyRedemption", description: "Points on one cart or draft order." })
