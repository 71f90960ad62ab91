import { z } from "@medusajs/framework/zod"

import { RULE_BOUNDS } from "../domain/program/limits"
import { CLAWBACK_POLICIES, EARN_ON, EARNING_BASES, ROUNDINGS } from "../domain/program/rules"
import { decimalField, wholeNumberField } from "./fields"

/** A decimal rule with the bounds of its name. */
const decimalRule = (name: keyof typeof RULE_BOUNDS) => decimalField(name, RULE_BOUNDS[name])
const oneOf = <T extends string>(name: string, values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `${name}: expected one of ${values.join(", ")}` })
const yesOrNo = (name: string) => z.boolean({ error: `${name}: expected true or false` })

/** Every rule of a program, each optional; wrong values are told by name. */
export const ruleFields = {
  is_enabled: yesOrNo("is_enabled").optional().describe("Whether points are earned and accepted."),
  points_per_currency_unit: decimalRule("points_per_currency_unit")
    .optional()
    .describe("Points per unit of money spent."),
  point_value: decimalRule("point_value").optional().describe("Money per point, in major units."),
  minimum_balance: wholeNumberField("minimum_balance", RULE_BOUNDS.minimum_balance)
    .optional()
    .describe("Points the customer must have to pay with any, inclusive; 0: none."),
  minimum_order_total: decimalRule("minimum_order_total")
    .optional()
    .describe("Order total from which points can be used, inclusive, in major units; 0: none."),
  maximum_discount: decimalRule("maximum_discount")
    .nullable()
    .optional()
    .describe("Most money that points pay per order, in major units; null: no such limit."),
  maximum_discount_percent: decimalRule("maximum_discount_percent")
    .nullable()
    .optional()
    .describe("The same as a percentage of the order total; the lower of the two wins."),
  validity_days: wholeNumberField("validity_days", RULE_BOUNDS.validity_days)
    .nullable()
    .optional()
    .describe("Days that points can be spent; null: they never expire."),
  earn_on: oneOf("earn_on", EARN_ON).optional().describe("What makes an order's points be earned."),
  pending_days: wholeNumberField("pending_days", RULE_BOUNDS.pending_days)
    .optional()
    .describe("Days before earned points can be spent."),
  earning_basis: oneOf("earning_basis", EARNING_BASES)
    .optional()
    .describe("Items after discounts, with tax (`total`) or without (`subtotal`)."),
  rounding: oneOf("rounding", ROUNDINGS)
    .optional()
    .describe("How earned points become whole, once per order."),
  combine_with_promotions: yesOrNo("combine_with_promotions")
    .optional()
    .describe("Whether points can be used on a cart that has a promotion."),
  clawback_policy: oneOf("clawback_policy", CLAWBACK_POLICIES)
    .optional()
    .describe("What happens when earned points are taken back after they were spent."),
}
