import { z } from "@medusajs/framework/zod"

import { LIMITS, wholeNumberField } from "../../../../shared/fields"

export const applyPointsSchema = z.strictObject({
  points: wholeNumberField("points", { min: 1, max: LIMITS.POINTS }).optional(),
})
export type ApplyPointsBody = z.infer<typeof applyPointsSchema>
