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
