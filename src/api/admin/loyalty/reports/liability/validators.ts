import { z } from "@medusajs/framework/zod"

import { statisticsQuerySchema } from "../../statistics/validators"

const FORMATS = ["json", "csv"] as const

/** The period of the report, and how it is written. */
export const liabilityQuerySchema = statisticsQuerySchema.extend({
  format: z
    .enum(FORMATS, { error: "format: expected json or csv" })
    .default("json")
    .describe("`csv` answers a file as RFC 4180 has it, with a figure in each row."),
})
export type LiabilityQuery = z.infer<typeof liabilityQuerySchema>
