import type { Currency } from "../shared/currency"
import { formatMoney, formatPoints } from "../shared/currency"
import { decimal } from "../shared/decimal"
import { worthOf } from "./points"

/** What makes an order's points be earned; the first one is the default. */
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

/** How earned points become whole, once per order. */
export const ROUNDINGS = ["floor", "round", "ceil"] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** What happens when earned points are taken back after they were spent. */
export const CLAWBACK_POLICIES = ["allow_negative", "clamp_to_zero"] as const
export type ClawbackPolicy = (typeof CLAWBACK_POLICIES)[number]

/**
 * The rules of one currency's program, as validated. Rates and money are decimal strings (money in
 * major units), points and days whole numbers; null means there is no such limit.
 */
export type ProgramRules = {
  is_enabled: boolean
  /** Points per unit of money spent, ≥ 0. */
  points_per_currency_unit: string
  /** Money per point, > 0. */
  point_value: string
  /** Points a customer must have to pay with any, inclusive; 0 = none. */
  minimum_balance: number
  /** Order total from which points can be used, inclusive; "0" = none. */
  minimum_order_total: string
  /** Most money that points pay per order. */
  maximum_discount: string | null
  /** The same as a percentage (0–100) of the order total; the lower of the two wins. */
  maximum_discount_percent: string | null
  /** Days that points can be spent; null = never expire. */
  validity_days: number | null
  earn_on: EarnOn
  /** Days before earned points can be spent. */
  pending_days: number
  earning_basis: EarningBasis
  rounding: Rounding
  combine_with_promotions: boolean
  clawback_policy: ClawbackPolicy
}

/** A new program: one point per unit of money, a hundredth of it back, and no limits. */
export const DEFAULT_RULES: Readonly<ProgramRules> = Object.freeze({
  is_enabled: true,
  points_per_currency_unit: "1",
  point_value: "0.01",
  minimum_balance: 0,
  minimum_order_total: "0",
  maximum_discount: null,
  maximum_discount_percent: null,
  validity_days: 365,
  earn_on: "order_completed",
  pending_days: 0,
  earning_basis: "total",
  rounding: "floor",
  combine_with_promotions: true,
  clawback_policy: "allow_negative",
})

/** The names of all rule fields, in the order of `loyalty_program`. */
export const RULE_FIELDS: readonly (keyof ProgramRules)[] = Object.freeze(
  Object.keys(DEFAULT_RULES) as (keyof ProgramRules)[]
)

export type RuleWarning = { code: string; message: string; field: keyof ProgramRules }

type WarningRule = {
  code: string
  field: keyof ProgramRules
  applies(rules: ProgramRules): boolean
  message(rules: ProgramRules, currency: Currency): string
}

const WARNING_RULES: readonly WarningRule[] = [
  {
    code: "points_worth_what_was_spent",
    field: "point_value",
    applies: (rules) => decimal(rules.points_per_currency_unit).times(rules.point_value).gte(1),
    message: (rules, currency) => {
      const back = decimal(rules.points_per_currency_unit).times(rules.point_value)
      return `For each ${formatMoney(decimal(1), currency)} spent a customer gets points worth ${formatMoney(back, currency)}.`
    },
  },
  {
    code: "minimum_balance_unreachable",
    field: "minimum_balance",
    applies: (rules) =>
      rules.minimum_balance > 0 && decimal(rules.points_per_currency_unit).isZero(),
    message: (rules) =>
      `Purchases earn no points, so nobody reaches the minimum balance of ${formatPoints(rules.minimum_balance)} by buying.`,
  },
  {
    code: "points_pay_nothing",
    field: "maximum_discount",
    applies: (rules) => isZero(rules.maximum_discount),
    message: (_, currency) =>
      `With a maximum discount of ${formatMoney(decimal(0), currency)} nobody can pay with points.`,
  },
  {
    code: "points_pay_nothing",
    field: "maximum_discount_percent",
    applies: (rules) => isZero(rules.maximum_discount_percent),
    message: () => "With a maximum discount of 0 % of the order nobody can pay with points.",
  },
  {
    code: "maximum_discount_below_minimum_balance",
    field: "maximum_discount",
    applies: (rules) =>
      rules.maximum_discount !== null &&
      !isZero(rules.maximum_discount) &&
      worthOf(rules.minimum_balance, rules).gt(rules.maximum_discount),
    message: (rules, currency) =>
      `Customers need ${formatPoints(rules.minimum_balance)} points, worth ${formatMoney(worthOf(rules.minimum_balance, rules), currency)}, before they can pay with any, but an order takes at most ${formatMoney(decimal(rules.maximum_discount ?? 0), currency)}.`,
  },
]

/** Says which valid rules make little sense together, in a merchant's words; empty when none do. */
export function ruleWarnings(rules: ProgramRules, currency: Currency): RuleWarning[] {
  return WARNING_RULES.filter((warning) => warning.applies(rules)).map((warning) => ({
    code: warning.code,
    message: warning.message(rules, currency),
    field: warning.field,
  }))
}

function isZero(limit: string | null): boolean {
  return limit !== null && decimal(limit).isZero()
}
