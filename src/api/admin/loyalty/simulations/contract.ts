import { z } from "@medusajs/framework/zod"

import { RULE_FIELDS } from "../../../../domain/program/rules"
import { count, money, text } from "../../../shared/answers/fields"
import { loyaltyQuote } from "../../../shared/answers/quote"
import { simulationSchema } from "./validators"
import type { ApiRoute } from "../../../shared/contract"

const ruleWarning = z.strictObject({ code: text, message: text, field: z.enum(RULE_FIELDS) })

const loyaltySimulation = z
  .strictObject({
    points_earned: count.describe("What `spent` earned."),
    points_value: money.describe("What the earned points pay, in major units."),
    quote: loyaltyQuote.describe("What points can do on the order that follows."),
    amount_to_pay: money.describe("The order less its discount, in major units."),
    explanation: z.array(text).describe("What happens, step by step, in words."),
    warnings: z.array(ruleWarning).describe("Rules that are valid and make little sense together."),
  })
  .meta({ id: "LoyaltySimulation", description: "What rules do for a shopper who buys twice." })

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/admin/loyalty/simulations",
    tag: "Programs",
    access: "merchant",
    summary: "Try rules that need not be saved",
    description:
      "`rules` go over those of the currency's program, or over the defaults. Nothing is written.",
    body: simulationSchema,
    answer: z.strictObject({ simulation: loyaltySimulation }),
    errors: [400, 401],
  },
]
