import { z } from "@medusajs/framework/zod"

import { count, currencyCode, listed, text, time } from "../../../../../shared/answers/fields"
import { rules } from "../../../../../shared/answers/program"
import { pageSchema } from "../../../../../shared/validate"
import type { ApiRoute } from "../../../../../shared/contract"

const ruleValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

const loyaltyProgramVersion = z
  .strictObject({
    id: text,
    program_id: text,
    version: count.describe("Grows with each change of the program."),
    name: text,
    currency_code: currencyCode,
    rules: z
      .strictObject(rules)
      .describe("One that was written before a rule existed has that rule's default."),
    changes: z
      .record(z.string(), z.strictObject({ from: ruleValue, to: ruleValue }))
      .describe("Field by field, what it was and what it became."),
    actor_type: text
      .nullable()
      .describe(
        "What kind of actor made the change: `user`, `api-key`, or `options` for a program of the plugin's options."
      ),
    actor_id: text.nullable(),
    created_at: time.describe("From when on the version was in force."),
  })
  .meta({
    id: "LoyaltyProgramVersion",
    description: "The rules as they were, and who changed what.",
  })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/programs/:id/versions",
    tag: "Programs",
    access: "merchant",
    summary: "Read who changed what when, newest first",
    query: pageSchema,
    answer: listed("loyalty_program_versions", loyaltyProgramVersion),
    errors: [400, 401, 404],
  },
]
