import { z } from "@medusajs/framework/zod"

import { REASON_CODES } from "../../../domain/checkout/eligibility"
import { count, currencyCode, money, points, text } from "./fields"

const reason = z.strictObject({
  code: z
    .enum(REASON_CODES)
    .describe(
      "`not_a_member`: a guest. `nothing_to_discount`: no line of the cart can be paid with points."
    ),
  message: text.describe(
    "In a shopper's words, with the numbers: “You need at least 5,000 points to pay with points; you have 3,200.”"
  ),
})

export const loyaltyQuote = z
  .strictObject({
    eligible: z.boolean().describe("Whether points can be used at all; `reasons` says why not."),
    reasons: z.array(reason).describe("Empty when points can be used."),
    available: points.describe("Points the shopper can spend; below 0 when they owe points."),
    order_total: money.describe(
      "Items after promotions, before points, with tax, without shipping."
    ),
    max_points: count.describe("The most points that the rules allow on this cart."),
    max_discount: money.describe("What they pay, in major units."),
    points_requested: count.describe("The most points that were asked for; 0: none."),
    points_applied: count.describe("The points that are used: the fewest worth the discount."),
    discount: money.describe("What they take off, in major units."),
    points_to_earn: count.describe("What the rest of the order earns; guests see it as well."),
    currency_code: currencyCode,
  })
  .meta({ id: "LoyaltyQuote", description: "What points can do on one cart or draft order." })
