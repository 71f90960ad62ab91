import type { ProgramRules } from "../../../src/domain/program/rules"
import { worthOf } from "../../../src/domain/program/points"
import { decimal, toNumber } from "../../../src/domain/shared/decimal"
import type { HttpLoyaltySimulation } from "../../../src/types/http"
import type { Words } from "../words"
import type { SimulationRequest } from "./simulation-request"

/** A simulation with its request, since the next request may already be under way. */
export type AnsweredSimulation = { request: SimulationRequest; simulation: HttpLoyaltySimulation }

type Reason = HttpLoyaltySimulation["quote"]["reasons"][number]
export type Warning = HttpLoyaltySimulation["warnings"][number]

/** The simulation in a merchant's words, from its figures. */
export function simulationSentences(answer: AnsweredSimulation, words: Words): string[] {
  return [
    ...pointsInSentences(answer, words),
    paymentInWords(answer, words),
    ...restInSentences(answer, words),
  ]
}

/** Why the points cannot be used, each with the deciding figures. */
export function reasonsInWords(answer: AnsweredSimulation, words: Words): string[] {
  const { reasons } = answer.simulation.quote
  return reasons.map((reason) => reasonInWords(reason, answer, words))
}

function pointsInSentences({ request, simulation }: AnsweredSimulation, words: Words): string[] {
  const code = request.currency_code
  const { t } = words
  const earned = {
    spent: words.money(request.spent, code),
    points: words.points(simulation.points_earned),
    worth: words.money(simulation.points_value, code),
  }
  if (request.available_points === undefined) {
    return [t("program.simulation.has", earned)]
  }
  const points = words.points(request.available_points)
  return [t("program.simulation.earned", earned), t("program.simulation.has_now", { points })]
}

function paymentInWords({ request, simulation }: AnsweredSimulation, words: Words): string {
  const { quote } = simulation
  const code = request.currency_code
  const key = quote.points_applied > 0 ? "uses" : "uses_none"
  return words.t(`program.simulation.${key}`, {
    order: words.money(request.order_total, code),
    points: words.points(quote.points_applied),
    pay: words.money(simulation.amount_to_pay, code),
  })
}

function restInSentences({ simulation }: AnsweredSimulation, { t, points }: Words): string[] {
  const { quote } = simulation
  const left = quote.available - quote.points_applied
  return [
    ...(quote.points_applied > 0 && left > 0
      ? [t("program.simulation.left", { points: points(left) })]
      : []),
    ...(quote.points_to_earn > 0
      ? [t("program.simulation.earns", { points: points(quote.points_to_earn) })]
      : []),
  ]
}

function reasonInWords({ code }: Reason, answer: AnsweredSimulation, words: Words): string {
  const { request, simulation } = answer
  const { currency_code, rules } = request
  const { available, order_total } = simulation.quote
  const { t, money, points } = words
  switch (code) {
    case "no_points":
      return available > 0
        ? t("program.reasons.worth_nothing", { points: points(available) })
        : t("program.reasons.no_points")
    case "below_minimum_balance":
      return t("program.reasons.below_minimum_balance", {
        minimum: points(rules.minimum_balance),
        available: points(Math.max(available, 0)),
      })
    case "below_minimum_order_total": {
      const missing = decimal(rules.minimum_order_total).minus(order_total)
      return t("program.reasons.below_minimum_order_total", {
        minimum: money(rules.minimum_order_total, currency_code),
        missing: money(toNumber(missing), currency_code),
      })
    }
    default:
      return t("program.reasons.nothing_to_discount")
  }
}

const KNOWN_WARNINGS = [
  "points_worth_what_was_spent",
  "minimum_balance_unreachable",
  "points_pay_nothing",
  "maximum_discount_below_minimum_balance",
]

/** A warning in the dashboard's language; unknown ones are shown as the API sent them. */
export function warningInWords(
  warning: Warning,
  { currency_code, rules }: SimulationRequest,
  { t, money, points }: Words
): string {
  if (!KNOWN_WARNINGS.includes(warning.code)) {
    return warning.message
  }
  return t(`program.warnings.${warning.code}`, {
    unit: money(1, currency_code),
    back: money(backFor(rules), currency_code),
    minimum: points(rules.minimum_balance),
    worth: money(toNumber(worthOf(rules.minimum_balance, rules)), currency_code),
    maximum: money(rules.maximum_discount ?? 0, currency_code),
  })
}

/** Money that comes back for one unit of money spent. */
function backFor(rules: ProgramRules): number {
  return toNumber(decimal(rules.points_per_currency_unit).times(rules.point_value))
}
