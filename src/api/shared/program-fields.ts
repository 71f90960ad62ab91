import { z } from "@medusajs/framework/zod"

import { CLAWBACK_POLICIES, EARN_ON, EARNING_BASES, ROUNDINGS } from "../../domain/program/rules"
import { decimalField, LIMITS, wholeNumberField } from "./fields"

const points = { min: 0, max: LIMITS.POINTS }
const money = { min: 0, max: LIMITS.MONEY }
const oneOf = <T extends string>(name: string, values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `${name}: expected one of ${values.join(", ")}` })
const yesOrNo = (name: string) => z.boolean({ error: `${name}: expected true or false` })

/** Every rule of a program, each optional; wrong values are told by name. */
export const ruleFields = {
  is_enabled: yesOrNo("is_enabled").optional(),
  points_per_currency_unit: decimalField("points_per_currency_unit", {
    min: 0,
    max: LIMITS.RATE,
  }).optional(),
  point_value: decimalField("point_value", { above: 0, max: LIMITS.RATE }).optional(),
  minimum_balance: wholeNumberField("minimum_balance", points).optional(),
  minimum_order_total: decimalField("minimum_order_total", money).optional(),
  maximum_discount: decimalField("maximum_discount", money).nullable().optional(),
  maximum_discount_percent: decimalField("maximum_discount_percent", { min: 0, max: 100 })
    .nullable()
    .optional(),
  validity_days: wholeNumberField("validity_days", { min: 1, max: LIMITS.DAYS })
    .nullable()
    .optional(),
  earn_on: oneOf("earn_on", EARN_ON).optional(),
  pending_days: wholeNumberField("pending_days", { min: 0, max: LIMITS.DAYS }).optional(),
  earning_basis: oneOf("earning_basis", EARNING_BASES).optional(),
  rounding: oneOf("rounding", ROUNDINGS).optional(),
  combine_with_promotions: yesOrNo("combine_with_promotions").optional(),
  clawback_policy: oneOf("clawback_policy", CLAWBACK_POLICIES).optional(),
}
