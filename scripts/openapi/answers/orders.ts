import { z } from "@medusajs/framework/zod"

import { EARN_ON } from "../../../src/domain/program/rules"
import { loyaltyRedemption, loyaltyTransaction } from "./accounts"
import { count, currencyCode, money, points, text, time } from "./fields"

export const loyaltyOrder = z
  .strictObject({
    account_id: text.nullable().describe("null as long as the customer has no account."),
    customer_id: text.nullable().describe("Whose points they are; null for a guest."),
    currency_code: currencyCode,
    redemption: loyaltyRedemption.nullable(),
    points_redeemed: points.describe("Net of what was given back."),
    discount: money.describe("What the points that are still redeemed took off, in major units."),
    discount_dropped: money.describe(
      "What edits of the order took off the discount, in major units; its points were given back."
    ),
    points_earned: points.describe("Net of what was taken back."),
    points_to_earn: count.describe(
      "What the order earns in all when it goes as planned, what it has earned by now included."
    ),
    earn_on: z
      .enum(EARN_ON)
      .nullable()
      .describe("What makes its points be earned; null when no program was on when it was placed."),
    pending_until: time
      .nullable()
      .describe("From when on all that was earned can be spent; null when nothing waits."),
    transactions: z.array(loyaltyTransaction),
  })
  .meta({ id: "LoyaltyOrder", description: "What the ledger holds for an order." })

const sumOfOrders = { count, total: money.describe("In major units of its currency.") }

export const orderSummary = z
  .strictObject({
    ...sumOfOrders,
    currency_code: currencyCode
      .nullable()
      .describe("The currency of `total`: the one ordered in most often. null without orders."),
    by_currency: z.array(z.strictObject({ currency_code: currencyCode, ...sumOfOrders })),
  })
  .meta({ id: "OrderSummary", description: "A customer's orders, canceled ones left out." })
