import type { Currency } from "../shared/currency"
import { formatMoney, formatPoints } from "../shared/currency"
import { decimal } from "../shared/decimal"
import { worthOf } from "./points"
import type { ProgramRules } from "./rules"

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

/** Warnings, in a merchant's words, about valid rules that make little sense together. */
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
