import { defineFields } from "../fields/define-fields"
import type { FieldDefinition, ValuesOf } from "../fields/field"
import { LIMITS } from "./limits"

/** When an order earns its points; the first is the default. */
export const EARN_ON = [
  "order_completed",
  "order_placed",
  "payment_captured",
  "order_fulfilled",
  "order_delivered",
] as const
export type EarnOn = (typeof EARN_ON)[number]

/** What points are earned on: items after discounts with tax (`total`) or without (`subtotal`). */
export const EARNING_BASES = ["total", "subtotal"] as const
export type EarningBasis = (typeof EARNING_BASES)[number]

/** How earned points are rounded, once per order. */
export const ROUNDINGS = ["floor", "round", "ceil"] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** What happens when earned points are taken back after they were spent. */
export const CLAWBACK_POLICIES = ["allow_negative", "clamp_to_zero"] as const
export type ClawbackPolicy = (typeof CLAWBACK_POLICIES)[number]

/** The sections of a program's form, in order. */
export const RULE_GROUPS = ["program", "earning", "paying", "validity", "refunds"] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

/** What a rule's number counts; `points_per_unit` is points per unit of money. */
export type RuleUnit = "points" | "points_per_unit" | "money" | "percent" | "days"

/** What customers call the points: part of a program, but not a rule. */
export const PROGRAM_NAME = {
  group: "program",
  kind: "text",
  maxLength: 200,
  default: "Loyalty points",
  description: "What customers call the points.",
} as const satisfies FieldDefinition<RuleGroup>

/**
 * Every rule of a program. Rates and money are decimal strings (money in major units), points and days
 * whole numbers. By default: one point per unit of money, worth a hundredth of it, and no limits.
 */
export const RULES = defineFields({
  is_enabled: {
    group: "program",
    kind: "flag",
    default: true,
    description: "Whether points are earned and accepted.",
  },
  points_per_currency_unit: {
    group: "earning",
    kind: "decimal",
    unit: "points_per_unit",
    bounds: { min: 0, max: LIMITS.RATE },
    default: "1",
    description: "Points per unit of money spent.",
  },
  earning_basis: {
    group: "earning",
    kind: "choice",
    options: EARNING_BASES,
    default: "total",
    description: "Items after discounts, with tax (`total`) or without (`subtotal`).",
  },
  earn_on: {
    group: "earning",
    kind: "choice",
    options: EARN_ON,
    default: "order_completed",
    description: "What makes an order's points be earned.",
  },
  rounding: {
    group: "earning",
    kind: "choice",
    options: ROUNDINGS,
    default: "floor",
    description: "How earned points become whole, once per order.",
  },
  point_value: {
    group: "paying",
    kind: "decimal",
    unit: "money",
    bounds: { above: 0, max: LIMITS.RATE },
    default: "0.01",
    description: "Money per point, in major units.",
  },
  minimum_balance: {
    group: "paying",
    kind: "whole",
    unit: "points",
    bounds: { min: 0, max: LIMITS.POINTS },
    default: 0,
    description: "Points the customer must have to pay with any, inclusive; 0: none.",
  },
  minimum_order_total: {
    group: "paying",
    kind: "decimal",
    unit: "money",
    bounds: { min: 0, max: LIMITS.MONEY },
    default: "0",
    description: "Order total from which points can be used, inclusive, in major units; 0: none.",
  },
  maximum_discount: {
    group: "paying",
    kind: "decimal",
    unit: "money",
    bounds: { min: 0, max: LIMITS.MONEY },
    default: null,
    empty: "none",
    description: "Most money that points pay per order, in major units; null: no such limit.",
  },
  maximum_discount_percent: {
    group: "paying",
    kind: "decimal",
    unit: "percent",
    bounds: { min: 0, max: 100 },
    default: null,
    empty: "none",
    description: "The same as a percentage of the order total; the lower of the two wins.",
  },
  combine_with_promotions: {
    group: "paying",
    kind: "flag",
    default: true,
    description: "Whether points can be used on a cart that has a promotion.",
  },
  validity_days: {
    group: "validity",
    kind: "whole",
    unit: "days",
    bounds: { min: 1, max: LIMITS.DAYS },
    default: 365,
    empty: "never",
    description: "Days that points can be spent; null: they never expire.",
  },
  pending_days: {
    group: "validity",
    kind: "whole",
    unit: "days",
    bounds: { min: 0, max: LIMITS.DAYS },
    default: 0,
    description: "Days before earned points can be spent.",
  },
  fixed_expiry: {
    group: "validity",
    kind: "day_of_year",
    default: null,
    empty: "unused",
    description:
      "The day at whose end points expire, every year; it wins over `validity_days`. null: not used.",
  },
  fixed_expiry_minimum_days: {
    group: "validity",
    kind: "whole",
    unit: "days",
    bounds: { min: 0, max: LIMITS.DAYS },
    default: 0,
    description:
      "Days that points live at least under `fixed_expiry`, from when they can be spent: a day that comes sooner is passed over until the next year.",
  },
  clawback_policy: {
    group: "refunds",
    kind: "choice",
    options: CLAWBACK_POLICIES,
    default: "allow_negative",
    isInternal: true,
    description: "What happens when earned points are taken back after they were spent.",
  },
} as const satisfies Record<string, FieldDefinition<RuleGroup, RuleUnit>>)

export type RuleDefinitions = (typeof RULES)["definitions"]

/** The validated rules of one currency's program; null means there is no such limit. */
export type ProgramRules = ValuesOf<RuleDefinitions>

/** A new program's rules. */
export const DEFAULT_RULES: Readonly<ProgramRules> = RULES.defaults

/** The codes of all rules, in order. */
export const RULE_FIELDS: readonly (keyof ProgramRules)[] = RULES.codes
