import { z } from "@medusajs/framework/zod"

import { RULE_BOUNDS } from "../../domain/program/limits"
import { CLAWBACK_POLICIES, EARN_ON, EARNING_BASES, ROUNDINGS } from "../../domain/program/rules"
import { decimalField, wholeNumberField } from "./fields"

/** A decimal rule with the bounds of its name. */
const decimalRule = (name: keyof typeof RULE_BOUNDS) => decimalField(name, RULE_BOUNDS[name])
const oneOf = <T extends string>(name: string, values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `${name}: expected one of ${values.join(", ")}` })
const yesOrNo = (name: string) => z.boolean({ error: `${name}: expected true or false` })

/** Every rule of a program, each optional; wrong values are told by name. */
export const ruleFields = {
  is_enabled: yesOrNo("is_enabled").optional(),
  points_per_currency_unit: decimalRule("points_per_currency_unit").optional(),
  point_value: decimalRule("point_value").optional(),
  minimum_balance: wholeNumberField("minimum_balance", RULE_BOUNDS.minimum_balance).optional(),
  minimum_order_total: decimalRule("minimum_order_total").optional(),
  maximum_discount: decimalRule("maximum_discount").nullable().optional(),
  maximum_discount_percent: decimalRule("maximum_discount_percent").nullable().optional(),
  validity_days: wholeNumberField("validity_days", RULE_BOUNDS.validity_days).nullable().optional(),
  earn_on: oneOf("earn_on", EARN_ON).optional(),
  pending_days: wholeNumberField("pending_days", RULE_BOUNDS.pending_days).optional(),
  earning_basis: oneOf("earning_basis", EARNING_BASES).optional(),
  rounding: oneOf("rounding", ROUNDINGS).optional(),
  combine_with_promotions: yesOrNo("combine_with_promotions").optional(),
  clawback_policy: oneOf("clawback_policy", CLAWBACK_POLICIES).optional(),
}
