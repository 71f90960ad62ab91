import { pointsForAmount } from "../program/points"
import type { EarnOn, ProgramRules } from "../program/rules"
import { type Decimal, decimal, minDecimal, sumDecimals, ZERO } from "../shared/decimal"

/**
 * A line as it is paid for: `total` with tax and `subtotal` without, after promotions and points, in
 * major units. A gift card does not earn.
 */
export type SettlementLine = { id: string; total: Decimal; subtotal: Decimal; earns: boolean }

/** How far an order has come. `paid_ratio`: captured money over the order's total, 0 to 1. */
export type OrderState = {
  placed: boolean
  completed: boolean
  canceled: boolean
  paid_ratio: Decimal
}

/**
 * An order as it now stands. `rules` are those of the program version that it was placed under, null
 * when there was none; `redeemed_points` those whose discount it was placed with.
 */
export type SettlementInput = {
  rules: ProgramRules | null
  is_member: boolean
  state: OrderState
  lines: readonly SettlementLine[]
  redeemed_points: number
}

/** What the ledger should hold for an order: net points earned and net points redeemed, both ≥ 0. */
export type SettlementTargets = { earned: number; redeemed: number }

const WHOLE = decimal(1)

/**
 * The share of an order's points that its state has earned, per `earn_on`. Fulfilment and delivery
 * are not in `OrderState` yet: until their ratios are, such programs earn nothing; each then becomes
 * one line here.
 */
const EARNED_SHARES: Record<EarnOn, (state: OrderState) => Decimal> = {
  order_placed: (state) => (state.placed ? WHOLE : ZERO),
  order_completed: (state) => (state.completed ? WHOLE : ZERO),
  payment_captured: (state) => minDecimal(state.paid_ratio, WHOLE),
  order_fulfilled: () => ZERO,
  order_delivered: () => ZERO,
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
  return { earned: earnedPoints(input), redeemed: input.redeemed_points }
}

/** An order to which everything that is planned has happened. */
const FULFILLED_PLAN: OrderState = {
  placed: true,
  completed: true,
  canceled: false,
  paid_ratio: WHOLE,
}

/**
 * What an order earns in all when everything goes as planned: it is placed, paid and completed as
 * it now stands. What it has earned by now is part of it; a canceled order earns nothing.
 *
 * @throws RangeError when the points exceed a safe integer (rules beyond any sense)
 */
export function plannedPoints(input: SettlementInput): number {
  return input.state.canceled ? 0 : earnedPoints({ ...input, state: FULFILLED_PLAN })
}

function earnedPoints(input: SettlementInput): number {
  const { rules, state } = input
  if (!input.is_member || rules === null || !rules.is_enabled) {
    return 0
  }
  const paid = input.lines
    .filter((line) => line.earns)
    .map((line) => (rules.earning_basis === "total" ? line.total : line.subtotal))
  return pointsForAmount(rules, sumDecimals(paid).times(EARNED_SHARES[rules.earn_on](state)))
}
