import { z } from "@medusajs/framework/zod"

import { RULE_FIELDS, RULES } from "../../../src/domain/program/rules"
import { publicFields } from "../../../src/domain/fields/define-fields"
import { answersOf } from "../../../src/validation/defined-fields"
import { count, currencyCode, text, time } from "./fields"

const rules = answersOf(RULES)
const publicRules = answersOf(publicFields(RULES))

const identity = {
  id: text,
  currency_code: currencyCode,
  name: text.describe("What customers call the points."),
}

export const publicLoyaltyProgram = z.strictObject({ ...identity, ...publicRules }).meta({
  id: "PublicLoyaltyProgram",
  description: "A program as a shopper's browser sees it.",
})

export const loyaltyProgram = z
  .strictObject({
    ...identity,
    ...rules,
    version: count.describe(
      "Grows with each change; every transaction names the one it was computed with."
    ),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: "LoyaltyProgram", description: "The rules of one currency." })

const ruleValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const loyaltyProgramVersion = z
  .strictObject({
    id: text,
    program_id: text,
    version: count,
    name: text,
    currency_code: currencyCode,
    rules: z.strictObject(rules),
    changes: z
      .record(z.string(), z.strictObject({ from: ruleValue, to: ruleValue }))
      .describe("Field by field, what it was and what it became."),
    actor_type: text.nullable().describe("What kind of actor made the change."),
    actor_id: text.nullable(),
    created_at: time.describe("From when on the version was in force."),
  })
  .meta({
    id: "LoyaltyProgramVersion",
    description: "The rules as they were, and who changed what.",
  })

export const ruleWarning = z.strictObject({
  code: text,
  message: text,
  field: z.enum(RULE_FIELDS),
})
