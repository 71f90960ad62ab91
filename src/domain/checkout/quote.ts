import { earnedFor } from "../earning/earned"
import type { ItemFacts } from "../earning/item-facts"
import { programTerms } from "../earning/terms"
import { fewestPointsWorth, discountFor, worthOf } from "../program/points"
import type { ProgramRules } from "../program/rules"
import type { Currency } from "../shared/currency"
import { type Decimal, decimal, minDecimal, toNumber, ZERO } from "../shared/decimal"
import {
  type CoverableDiscount,
  coverableDiscount,
  type DiscountLine,
  type Allocation,
  allocationsOf,
  payableOf,
} from "./allocation"
import { type Reason, reasonsAgainst } from "./eligibility"

/**
 * A line of the cart after promotions. `payable` is what is left to pay of it with tax, `net_payable`
 * the same without tax, both in major units and for its whole `quantity`. A gift card is not
 * discountable and earns nothing.
 */
export type QuoteLine = DiscountLine & {
  net_payable: Decimal
  quantity: Decimal
  facts: ItemFacts
  is_discountable: boolean
  earns: boolean
}

/** A cart and its shopper at one moment. `rules` is null when the currency has no program. */
export type QuoteInput = {
  currency: Currency
  rules: ProgramRules | null
  is_member: boolean
  /** Points the shopper can spend now; below 0 when they owe points. */
  available: number
  lines: readonly QuoteLine[]
  has_promotions: boolean
  /** The most points to use; 0 = none asked for. */
  points_requested: number
}

/** The `loyalty_quote` of the HTTP contract: money in major units, points whole. */
export type Quote = {
  eligible: boolean
  reasons: Reason[]
  available: number
  order_total: number
  max_points: number
  max_discount: number
  points_requested: number
  points_applied: number
  discount: number
  points_to_earn: number
  currency_code: string
}

/** A quote and its allocation to each line, in major units; lines that get nothing are left out. */
export type QuoteResult = { quote: Quote; allocations: Allocation[] }

type Limits = { points_worth: Decimal; most_allowed: Decimal; max_discount: Decimal }

const WHOLE = decimal(1)

const NO_DISCOUNT: CoverableDiscount = { discount: ZERO, covers_all: false }

/**
 * Computes what a shopper can pay with points on a cart, what the requested points take off each line,
 * and what the rest earns. The points taken are the fewest that cover the discount.
 *
 * @throws RangeError when the points to earn exceed a safe integer (absurd rules)
 */
export function quotePoints(input: QuoteInput): QuoteResult {
  const order_total = payableOf(input.lines)
  const available = input.is_member ? input.available : 0
  const limits = discountLimits(input.rules, input, order_total, available)
  const reasons = reasonsAgainst({ ...input, ...limits, available, order_total })
  const eligible = reasons.length === 0
  const max_discount = eligible ? limits.max_discount : ZERO
  const given = requestedDiscount(input, max_discount)
  const allocations = allocationsOf(given, discountable(input), input.currency.decimal_digits)

  return {
    quote: {
      eligible,
      reasons,
      available,
      order_total: toNumber(order_total),
      max_points: pointsWorth(max_discount, input.rules),
      max_discount: toNumber(max_discount),
      points_requested: input.points_requested,
      points_applied: pointsWorth(given.discount, input.rules),
      discount: toNumber(given.discount),
      points_to_earn: pointsToEarn(input, allocations),
      currency_code: input.currency.code,
    },
    allocations,
  }
}

function discountable(input: QuoteInput): QuoteLine[] {
  return input.lines.filter((line) => line.is_discountable)
}

function discountLimits(
  rules: ProgramRules | null,
  input: QuoteInput,
  order_total: Decimal,
  available: number
): Limits {
  if (rules === null) {
    return { points_worth: ZERO, most_allowed: ZERO, max_discount: ZERO }
  }
  const lines = discountable(input)
  const digits = input.currency.decimal_digits
  const points_worth = discountFor(Math.max(available, 0), rules, input.currency)
  const allowed = minDecimal(payableOf(lines), ...ruleLimits(rules, order_total))
  return {
    points_worth,
    most_allowed: coverableDiscount(allowed, lines, digits).discount,
    max_discount: coverableDiscount(minDecimal(points_worth, allowed), lines, digits).discount,
  }
}

/** The merchant's limits on what points can pay of one order. */
function ruleLimits(rules: ProgramRules, order_total: Decimal): Decimal[] {
  const limits: Decimal[] = []
  if (rules.maximum_discount !== null) {
    limits.push(decimal(rules.maximum_discount))
  }
  if (rules.maximum_discount_percent !== null) {
    limits.push(order_total.times(rules.maximum_discount_percent).shiftedBy(-2))
  }
  return limits
}

function requestedDiscount(input: QuoteInput, max_discount: Decimal): CoverableDiscount {
  if (input.rules === null || max_discount.isZero() || input.points_requested <= 0) {
    return NO_DISCOUNT
  }
  const affordable = minDecimal(worthOf(input.points_requested, input.rules), max_discount)
  return coverableDiscount(affordable, discountable(input), input.currency.decimal_digits)
}

function pointsWorth(discount: Decimal, rules: ProgramRules | null): number {
  return rules === null ? 0 : fewestPointsWorth(discount, rules)
}

/** Guests see this too: it is what an account would have earned them. */
function pointsToEarn(input: QuoteInput, allocations: readonly Allocation[]): number {
  const { rules } = input
  if (rules === null || !rules.is_enabled) {
    return 0
  }
  const paidWithPoints = new Map(allocations.map(({ id, amount }) => [id, amount]))
  const lines = input.lines
    .filter((line) => line.earns)
    .map((line) => ({
      id: line.id,
      paid: paidWithMoney(line, paidWithPoints.get(line.id) ?? ZERO, rules),
      units: line.quantity,
      share: WHOLE,
    }))
  return earnedFor(lines, programTerms(rules, lines), rules.rounding)
}

/** The money paid for a line; without tax, points reduce the net price in proportion. */
function paidWithMoney(line: QuoteLine, allocated: Decimal, rules: ProgramRules): Decimal {
  if (line.payable.lte(0)) {
    return ZERO
  }
  const paid = line.payable.minus(allocated)
  return rules.earning_basis === "total" ? paid : line.net_payable.times(paid).div(line.payable)
}
