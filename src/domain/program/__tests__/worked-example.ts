import type { Currency } from "../../shared/currency"
import { DEFAULT_RULES, type ProgramRules } from "../rules"

export const PLN: Currency = { code: "pln", decimal_digits: 2 }
export const JPY: Currency = { code: "jpy", decimal_digits: 0 }
export const KWD: Currency = { code: "kwd", decimal_digits: 3 }

/** The program of DESIGN.md's worked example, in PLN. */
export const WORKED_EXAMPLE: ProgramRules = {
  ...DEFAULT_RULES,
  points_per_currency_unit: "10",
  point_value: "0.01",
  minimum_balance: 5000,
  minimum_order_total: "400",
  maximum_discount: "500",
  validity_days: 365,
}

/** The worked example with some rules of its own. */
export function workedExampleWith(rules: Partial<ProgramRules>): ProgramRules {
  return { ...WORKED_EXAMPLE, ...rules }
}

/** Rules that limit nothing, to look at one rule at a time. */
export function openRulesWith(rules: Partial<ProgramRules> = {}): ProgramRules {
  return { ...DEFAULT_RULES, ...rules }
}
