import { z } from "@medusajs/framework/zod"

import { decimalField, LIMITS, wholeNumberField } from "../../../shared/fields"
import { ruleFields } from "../../../shared/program-fields"
import { currencyCodeField } from "../programs/validators"

const money = { min: 0, max: LIMITS.MONEY }

export const simulationSchema = z.strictObject({
  currency_code: currencyCodeField,
  rules: z.strictObject(ruleFields).optional(),
  spent: decimalField("spent", money),
  order_total: decimalField("order_total", money),
  available_points: wholeNumberField("available_points", { min: 0, max: LIMITS.POINTS }).optional(),
})
export type SimulationBody = z.infer<typeof simulationSchema>
