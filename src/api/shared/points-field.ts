import { z } from "@medusajs/framework/zod"

import { LIMITS, wholeNumberField } from "../../validation/fields"

/** Body of the routes that pay a cart or a draft order with points. */
export const applyPointsSchema = z.strictObject({
  points: wholeNumberField("points", { min: 1, max: LIMITS.POINTS })
    .optional()
    .describe("The most points to use. Left out: as many as the rules allow."),
})
export type ApplyPointsBody = z.infer<typeof applyPointsSchema>
