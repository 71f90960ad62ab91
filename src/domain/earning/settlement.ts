import { pointsForAmount } from "../program/points"
import type { EarnOn, ProgramRules } from "../program/rules"
import { type Decimal, decimal, maxDecimal, minDecimal, sumDecimals, ZERO } from "../shared/decimal"
import { pointsStillRedeemed, type RedeemedPoints } from "./redeemed"

/**
 * A line of an order as it now stands, money in major units. A gift card does not earn.
 *
 * - `total` with tax and `subtotal` without: what the units that were not returned cost after
 *   promotions and points; below 0 where a discount exceeds what is left of the line,
 *   which then earns nothing
 * - `quantity` units ordered, edits included; `returned` those that came back, damaged ones too
 * - `fulfilled`, `delivered` units sent and arrived, returned ones included
 * - `points_discount` what points take off all units of the line, with tax
 */
export type SettlementLine = {
  id: string
  total: Decimal
  subtotal: Decimal
  earns: boolean
  quantity: Decimal
  returned: Decimal
  fulfilled: Decimal
  delivered: Decimal
  points_discount: Decimal
}

/**
 * How far an order has come. `paid_ratio`: captured less refunded money over the order's total as it
 * now is, 0 to 1. `charged_ratio`: 1, less the share of the total that the merchant paid back
 * although nothing was returned.
 */
export type OrderState = {
  placed: boolean
  completed: boolean
  canceled: boolean
  paid_ratio: Decimal
  charged_ratio: Decimal
}

/**
 * An order as it now stands. `rules` are those of the program version that it was placed under, null
 * when there was none; `redeemed` the points that it was placed with, null when none.
 */
export type SettlementInput = {
  rules: ProgramRules | null
  is_member: boolean
  state: OrderState
  lines: readonly SettlementLine[]
  redeemed: RedeemedPoints | null
}

/** What the ledger should hold for an order: net points earned and net points redeemed, both ≥ 0. */
export type SettlementTargets = { earned: number; redeemed: number }

const WHOLE = decimal(1)

type EarnedShare = (state: OrderState, line: SettlementLine) => Decimal

/** The share of what is left of a line that has earned its points, per `earn_on`. */
const EARNED_SHARES: Record<EarnOn, EarnedShare> = {
  order_placed: ({ placed }) => (placed ? WHOLE : ZERO),
  order_completed: ({ completed }) => (completed ? WHOLE : ZERO),
  payment_captured: ({ paid_ratio }) => maxDecimal(ZERO, minDecimal(paid_ratio, WHOLE)),
  order_fulfilled: (_, line) => shareOfKept(line, line.fulfilled),
  order_delivered: (_, line) => shareOfKept(line, line.delivered),
}

/**
 * What the ledger should hold for an order, from the order alone: whatever was written before, the
 * caller writes the difference. A canceled order holds nothing; guests earn nothing.
 *
 * @throws RangeError when the points exceed a safe integer (rules beyond any sense)
 */
export function settlementTargets(input: SettlementInput): SettlementTargets {
  if (input.state.canceled) {
    return { earned: 0, redeemed: 0 }
  }
  const { rules, state } = input
  return {
    earned: rules ? earnedPoints(input, (line) => EARNED_SHARES[rules.earn_on](state, line)) : 0,
    redeemed: pointsStillRedeemed(input.redeemed, input.lines),
  }
}

/**
 * What an order earns in all when everything goes as planned: it is paid, fulfilled, delivered and
 * completed as it now stands. What it has earned by now is part of it; a canceled order earns
 * nothing.
 *
 * @throws RangeError when the points exceed a safe integer (rules beyond any sense)
 */
export function plannedPoints(input: SettlementInput): number {
  return input.state.canceled ? 0 : earnedPoints(input, () => WHOLE)
}

function earnedPoints(input: SettlementInput, shareOf: (line: SettlementLine) => Decimal): number {
  const { rules, state, is_member } = input
  if (!is_member || rules === null || !rules.is_enabled) {
    return 0
  }
  const paid = input.lines
    .filter((line) => line.earns && line.total.gt(0))
    .map((line) =>
      (rules.earning_basis === "total" ? line.total : line.subtotal).times(shareOf(line))
    )
  return pointsForAmount(rules, sumDecimals(paid).times(state.charged_ratio))
}

/** Units that have come so far over the units that were not returned, 0 to 1. */
function shareOfKept({ quantity, returned }: SettlementLine, reached: Decimal): Decimal {
  const kept = quantity.minus(returned)
  if (kept.lte(0)) {
    return ZERO
  }
  return maxDecimal(ZERO, minDecimal(reached.minus(returned).div(kept), WHOLE))
}
