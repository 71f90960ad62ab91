import { z } from "@medusajs/framework/zod"

import { REASON_CODES } from "../../../src/domain/checkout/eligibility"
import { count, currencyCode, money, points, text } from "./fields"
import { ruleWarning } from "./programs"

const reason = z.strictObject({
  code: z.enum(REASON_CODES),
  message: text.describe("In a shopper's words, with the numbers."),
})

export const loyaltyQuote = z
  .strictObject({
    eligible: z.boolean().describe("Whether points can be used at all; `reasons` says why not."),
    reasons: z.array(reason),
    available: points.describe("Points the shopper can spend; below 0 when they owe points."),
    order_total: money.describe(
      "Items after promotions, before points, with tax, without shipping."
    ),
    max_points: count.describe("The most points that the rules allow on this cart."),
    max_discount: money.describe("What they pay, in major units."),
    points_requested: count.describe("The most points that were asked for; 0: none."),
    points_applied: count.describe("The points that are used: the fewest worth the discount."),
    discount: money.describe("What they take off, in major units."),
    points_to_earn: count.describe("What the rest of the order earns; told to guests as well."),
    currency_code: currencyCode,
  })
  .meta({ id: "LoyaltyQuote", description: "What points can do on one cart or draft order." })

export const loyaltySimulation = z
  .strictObject({
    points_earned: count,
    points_value: money.describe("What the earned points pay, in major units."),
    quote: loyaltyQuote,
    amount_to_pay: money.describe("The order less its discount, in major units."),
    explanation: z.array(text).describe("What happens, step by step, in words."),
    warnings: z.array(ruleWarning).describe("Rules that are valid and make little sense together."),
  })
  .meta({ id: "LoyaltySimulation", description: "What rules do for a shopper who buys twice." })
