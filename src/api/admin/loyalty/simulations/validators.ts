import { z } from "@medusajs/framework/zod"

import { decimalField, LIMITS, wholeNumberField } from "../../../../validation/fields"
import { ruleFields } from "../../../../validation/program"
import { currencyCodeField } from "../../../../validation/program"

const money = { min: 0, max: LIMITS.MONEY }

export const simulationSchema = z.strictObject({
  currency_code: currencyCodeField,
  rules: z
    .strictObject(ruleFields)
    .optional()
    .describe("Rules that need not be saved, over those of the program, or over the defaults."),
  spent: decimalField("spent", money).describe("What the shopper spent before, in major units."),
  order_total: decimalField("order_total", money).describe(
    "The order that they now pay with points, in major units."
  ),
  available_points: wholeNumberField("available_points", { min: 0, max: LIMITS.POINTS })
    .optional()
    .describe("The points they have. Left out: those that `spent` earned."),
})
export type SimulationBody = z.infer<typeof simulationSchema>
