import { z } from "@medusajs/framework/zod"

import { EARN_ON } from "../../../domain/program/rules"
import { count, currencyCode, money, points, text, time } from "./fields"
import { loyaltyRedemption } from "./redemption"
import { loyaltyTransaction } from "./transaction"

export const loyaltyOrder = z
  .strictObject({
    account_id: text.nullable().describe("null as long as the customer has no account."),
    customer_id: text.nullable().describe("Whose points they are; null for a guest."),
    currency_code: currencyCode,
    redemption: loyaltyRedemption.nullable().describe("The points that pay for it."),
    points_redeemed: points.describe("Net of what was given back."),
    discount: money.describe("What the points that are still redeemed took off, in major units."),
    discount_dropped: money.describe(
      "What edits of the order took off that discount (a line removed or made too cheap, promotions carried over), in major units; the points for it were given back."
    ),
    points_earned: points.describe("Net of what was taken back."),
    points_to_earn: count.describe(
      "What the order earns in all when it goes as planned, by the rules in force when it was placed, what it has earned by now included. 0 for a guest, without a program that is switched on, and for a canceled order."
    ),
    earn_on: z
      .enum(EARN_ON)
      .nullable()
      .describe(
        "What makes its points be earned; null when no program was switched on when it was placed."
      ),
    pending_until: time
      .nullable()
      .describe("From when on all that it earned can be spent; null when nothing of it waits."),
    transactions: z.array(loyaltyTransaction).describe("What was written for it."),
  })
  .meta({ id: "LoyaltyOrder", description: "What the ledger holds for an order." })
