import type { ProgramRules } from "../program/rules"
import {
  type Currency,
  formatMoney,
  formatPoints,
  pointsInWords,
  smallestCoin,
} from "../shared/currency"
import { ceilTo, type Decimal, decimal } from "../shared/decimal"

export const REASON_CODES = [
  "not_a_member",
  "no_program_for_currency",
  "program_disabled",
  "promotions_not_combinable",
  "no_points",
  "below_minimum_balance",
  "below_minimum_order_total",
  "nothing_to_discount",
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** Why a cart cannot be paid with points, in a shopper's words. */
export type Reason = { code: ReasonCode; message: string }

/** The facts that decide eligibility. Money in major units. */
export type EligibilityFacts = {
  currency: Currency
  rules: ProgramRules | null
  is_member: boolean
  available: number
  has_promotions: boolean
  /** Items after promotions, before points, with tax, without shipping. */
  order_total: Decimal
  /** What the available points pay, in whole coins. */
  points_worth: Decimal
  /** The most that the rules let points pay of these lines, whoever the shopper is. */
  most_allowed: Decimal
  /** The most that this shopper's points pay of these lines. */
  max_discount: Decimal
}

type ProgramFacts = EligibilityFacts & { rules: ProgramRules }

type EligibilityCheck<Facts> = {
  code: ReasonCode
  fails(facts: Facts): boolean
  message(facts: Facts): string
}

/** Who may pay with points, and where: checked for everybody. */
const ACCESS_CHECKS: readonly EligibilityCheck<EligibilityFacts>[] = [
  {
    code: "not_a_member",
    fails: (facts) => !facts.is_member,
    message: () => "Log in or create an account to pay with points.",
  },
  {
    code: "no_program_for_currency",
    fails: (facts) => facts.rules === null,
    message: (facts) => `Points cannot be used in ${facts.currency.code.toUpperCase()}.`,
  },
  {
    code: "program_disabled",
    fails: (facts) => facts.rules?.is_enabled === false,
    message: () => "Paying with points is not available at the moment.",
  },
]

/** What the program requires of a member and their cart. Every bound is inclusive. */
const PROGRAM_CHECKS: readonly EligibilityCheck<ProgramFacts>[] = [
  {
    code: "promotions_not_combinable",
    fails: (facts) => facts.has_promotions && !facts.rules.combine_with_promotions,
    message: () => "Points cannot be combined with a promotion.",
  },
  {
    // A shopper below the minimum balance gets that message instead: it says how many are missing.
    code: "no_points",
    fails: (facts) => !isBelowMinimumBalance(facts) && facts.points_worth.lte(0),
    message: tellNoPoints,
  },
  {
    code: "below_minimum_balance",
    fails: isBelowMinimumBalance,
    message: (facts) =>
      `You need at least ${pointsInWords(facts.rules.minimum_balance)} to pay with points; you have ${formatPoints(Math.max(facts.available, 0))}.`,
  },
  {
    code: "below_minimum_order_total",
    fails: (facts) => facts.order_total.lt(facts.rules.minimum_order_total),
    message: tellMissingOrderTotal,
  },
  {
    code: "nothing_to_discount",
    fails: (facts) =>
      facts.most_allowed.isZero() || (facts.points_worth.gt(0) && facts.max_discount.isZero()),
    message: () => "Nothing in this order can be paid with points.",
  },
]

/**
 * All reasons why points cannot be used, in the order of `REASON_CODES`. None means eligible, and
 * `max_discount` is then at least one coin. A guest sees only that they need an account and what is
 * wrong with the program: figures about points would mean nothing to them.
 */
export function reasonsAgainst(facts: EligibilityFacts): Reason[] {
  const access = failing(ACCESS_CHECKS, facts)
  const { rules } = facts
  if (!facts.is_member || rules === null) {
    return access
  }
  return [...access, ...failing(PROGRAM_CHECKS, { ...facts, rules })]
}

function failing<Facts>(checks: readonly EligibilityCheck<Facts>[], facts: Facts): Reason[] {
  return checks
    .filter((check) => check.fails(facts))
    .map((check) => ({ code: check.code, message: check.message(facts) }))
}

function isBelowMinimumBalance(facts: ProgramFacts): boolean {
  return facts.rules.minimum_balance > 0 && facts.available < facts.rules.minimum_balance
}

function tellNoPoints(facts: ProgramFacts): string {
  if (facts.available <= 0) {
    return "You have no points to pay with yet."
  }
  const coin = formatMoney(smallestCoin(facts.currency), facts.currency)
  return `You have ${pointsInWords(facts.available)}, worth less than ${coin}.`
}

function tellMissingOrderTotal(facts: ProgramFacts): string {
  const minimum = decimal(facts.rules.minimum_order_total)
  // Rounded up, so that an order short by a fraction of a coin is not asked to add 0.00.
  const missing = ceilTo(minimum.minus(facts.order_total), facts.currency.decimal_digits)
  return `Points can be used on orders of ${formatMoney(minimum, facts.currency)} or more; add ${formatMoney(missing, facts.currency)} more.`
}
