import { z } from "@medusajs/framework/zod"

import {
  CLAWBACK_POLICIES,
  EARN_ON,
  EARNING_BASES,
  ROUNDINGS,
} from "../../../src/domain/program/rules"
import type { ProgramRules } from "../../../src/domain/program/rules"
import { ruleFields } from "../../../src/validation/rule-fields"
import { count, currencyCode, money, text, time } from "./fields"

/** What a rule means is said once, where requests are checked. */
const rule = <T extends z.ZodType>(name: keyof ProgramRules, value: T): T =>
  value.describe(ruleFields[name].description ?? "")

const publicRules = {
  is_enabled: rule("is_enabled", z.boolean()),
  points_per_currency_unit: rule("points_per_currency_unit", z.number()),
  point_value: rule("point_value", money),
  minimum_balance: rule("minimum_balance", count),
  minimum_order_total: rule("minimum_order_total", money),
  maximum_discount: rule("maximum_discount", money.nullable()),
  maximum_discount_percent: rule("maximum_discount_percent", z.number().nullable()),
  validity_days: rule("validity_days", count.nullable()),
  earn_on: rule("earn_on", z.enum(EARN_ON)),
  pending_days: rule("pending_days", count),
  earning_basis: rule("earning_basis", z.enum(EARNING_BASES)),
  rounding: rule("rounding", z.enum(ROUNDINGS)),
  combine_with_promotions: rule("combine_with_promotions", z.boolean()),
}

const rules = {
  ...publicRules,
  clawback_policy: rule("clawback_policy", z.enum(CLAWBACK_POLICIES)),
}

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
  field: z.enum(Object.keys(rules) as [keyof ProgramRules, ...(keyof ProgramRules)[]]),
})
