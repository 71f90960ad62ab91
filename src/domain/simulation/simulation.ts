import { type Quote, quotePoints } from "../checkout/quote"
import { type Currency, formatMoney, formatPoints, pointsInWords } from "../shared/currency"
import {
  type Decimal,
  decimal,
  type DecimalInput,
  sumDecimals,
  toNumber,
  withoutResidue,
} from "../shared/decimal"
import { earnedOn } from "../earning/earned"
import { NO_FACTS } from "../earning/item-facts"
import { discountFor } from "../program/points"
import { type RuleWarning, ruleWarnings } from "../program/rule-warnings"
import type { ProgramRules } from "../program/rules"

/** Money in major units. Without `available_points`, the shopper has what `spent` earned them. */
export type SimulationInput = {
  rules: ProgramRules
  currency: Currency
  spent: DecimalInput
  order_total: DecimalInput
  available_points?: number
}

/** `points_value` is what the earned points can pay, `amount_to_pay` the order less its discount. */
export type Simulation = {
  points_earned: number
  points_value: number
  quote: Quote
  amount_to_pay: number
  explanation: string[]
  /** About rules that are valid but make little sense together. */
  warnings: RuleWarning[]
}

type Story = SimulationInput & {
  spent: Decimal
  order_total: Decimal
  points_earned: number
  points_value: Decimal
  quote: Quote
  amount_to_pay: Decimal
}

/**
 * Simulates a program for a merchant: what somebody earns by spending some money, and what those points
 * then pay of an order with one line, without promotions or tax. Disabled programs are simulated too,
 * so that they can be tried before being enabled: points are counted, and the quote says why they
 * cannot be used.
 *
 * @throws RangeError when an amount is not a decimal number or earns more than a safe integer
 */
export function simulate(input: SimulationInput): Simulation {
  const { rules, currency } = input
  const spent = decimal(input.spent)
  const order_total = decimal(input.order_total)
  const points_earned = earnedOn(rules, spent)
  const points_value = discountFor(points_earned, rules, currency)
  const { quote, allocations } = quoteOneLine(
    input,
    order_total,
    input.available_points ?? points_earned
  )
  const paid = sumDecimals(allocations.map((allocation) => allocation.amount))
  const amount_to_pay = withoutResidue(order_total.minus(paid))
  const story = { ...input, spent, order_total, points_earned, points_value, quote, amount_to_pay }
  return {
    points_earned,
    points_value: toNumber(points_value),
    quote,
    amount_to_pay: toNumber(amount_to_pay),
    explanation: explain(story),
    warnings: ruleWarnings(rules, currency),
  }
}

function quoteOneLine(input: SimulationInput, order_total: Decimal, available: number) {
  return quotePoints({
    currency: input.currency,
    rules: input.rules,
    is_member: true,
    available,
    lines: [
      {
        id: "order",
        payable: order_total,
        net_payable: order_total,
        quantity: decimal(1),
        facts: NO_FACTS,
        is_discountable: true,
        earns: true,
      },
    ],
    has_promotions: false,
    points_requested: Math.max(available, 0),
  })
}

function explain(story: Story): string[] {
  return [
    ...tellPoints(story),
    ...tellMinimumOrder(story),
    ...tellMinimumBalance(story),
    ...story.quote.reasons.map((reason) => `The shopper sees: "${reason.message}"`),
    ...tellLimit(story),
    tellPayment(story),
  ]
}

function tellPoints({ available_points, ...story }: Story): string[] {
  const spent = formatMoney(story.spent, story.currency)
  const has = `${pointsInWords(story.points_earned)}, worth ${formatMoney(story.points_value, story.currency)}`
  if (available_points === undefined) {
    return [`Someone who spent ${spent} has ${has}.`]
  }
  const worth = discountFor(Math.max(available_points, 0), story.rules, story.currency)
  return [
    `Someone who spent ${spent} earned ${has}.`,
    `They now have ${pointsInWords(available_points)}, worth ${formatMoney(worth, story.currency)}.`,
  ]
}

function tellMinimumOrder({ rules, currency, order_total }: Story): string[] {
  const minimum = decimal(rules.minimum_order_total)
  if (minimum.lte(0)) {
    return []
  }
  const verb = withoutResidue(order_total).gte(minimum) ? "meets" : "does not meet"
  return [
    `An order of ${formatMoney(order_total, currency)} ${verb} the minimum order of ${formatMoney(minimum, currency)}.`,
  ]
}

function tellMinimumBalance({ rules, quote }: Story): string[] {
  if (rules.minimum_balance <= 0) {
    return []
  }
  const one = quote.available === 1
  const meet = one ? "meets" : "meet"
  const verb = quote.available >= rules.minimum_balance ? meet : `${one ? "does" : "do"} not meet`
  return [
    `${pointsInWords(quote.available)} ${verb} the minimum balance of ${formatPoints(rules.minimum_balance)}.`,
  ]
}

function tellLimit({ rules, currency, quote }: Story): string[] {
  const max_discount = decimal(quote.max_discount)
  if (!quote.eligible || discountFor(quote.available, rules, currency).lte(max_discount)) {
    return []
  }
  return [`Points pay at most ${formatMoney(max_discount, currency)} of this order.`]
}

function tellPayment({ currency, quote, amount_to_pay }: Story): string {
  const pay = formatMoney(amount_to_pay, currency)
  if (quote.points_applied === 0) {
    return `They use no points and pay ${pay}.`
  }
  const discount = formatMoney(decimal(quote.discount), currency)
  return `They use ${pointsInWords(quote.points_applied)} for ${discount} off and pay ${pay}.`
}
