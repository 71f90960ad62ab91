import type { EarnOn, ProgramRules } from "../program/rules"
import { type Decimal, decimal, maxDecimal, minDecimal, ZERO } from "../shared/decimal"
import type { ItemFacts } from "./item-facts"
import { earnedFor, spentOn } from "./earned"
import type { EarningLine } from "./earned"
import { pointsStillRedeemed, type RedeemedPoints } from "./redeemed"
import { programTerms } from "./terms"

/**
 * A line of an order in its current state, money in major units. A gift card does not earn.
 *
 * - `total` with tax and `subtotal` without: what the units not returned cost after promotions and
 *   points; below 0 where a discount exceeds what is left of the line, which then earns nothing
 * - `quantity` units ordered, including edits; `returned` those that came back, even damaged
 * - `fulfilled`, `delivered` units sent and delivered, including returned ones
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
  facts: ItemFacts
}

/**
 * How far an order has progressed. `paid_ratio`: captured less refunded money over the order's current
 * total, 0 to 1. `charged_ratio`: 1, less the share of the total that was refunded without a return.
 */
export type OrderState = {
  placed: boolean
  completed: boolean
  canceled: boolean
  paid_ratio: Decimal
  charged_ratio: Decimal
}

/**
 * An order in its current state. `rules` are those of the program version it was placed under, null if
 * there was none; `redeemed` the points it was placed with, null if none.
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

/** The share of the rest of a line that has earned its points, per `earn_on`. */
const EARNED_SHARES: Record<EarnOn, EarnedShare> = {
  order_placed: ({ placed }) => (placed ? WHOLE : ZERO),
  order_completed: ({ completed }) => (completed ? WHOLE : ZERO),
  payment_captured: ({ paid_ratio }) => maxDecimal(ZERO, minDecimal(paid_ratio, WHOLE)),
  order_fulfilled: (_, line) => shareOfKept(line, line.fulfilled),
  order_delivered: (_, line) => shareOfKept(line, line.delivered),
}

/**
 * What the ledger should hold for an order, computed from the order alone; the caller writes the
 * difference to what was written before. A canceled order holds nothing; guests earn nothing.
 *
 * @throws RangeError when the points exceed a safe integer (absurd rules)
 */
export function settlementTargets(input: SettlementInput): SettlementTargets {
  if (input.state.canceled) {
    return { earned: 0, redeemed: 0 }
  }
  return {
    earned: earnedPoints(input, earnedSoFar(input)),
    redeemed: pointsStillRedeemed(input.redeemed, input.lines),
  }
}

/**
 * What an order earns in total if everything goes as planned: it is paid, fulfilled, delivered and
 * completed in its current state. Includes what it has earned so far; a canceled order earns nothing.
 *
 * @throws RangeError when the points exceed a safe integer (absurd rules)
 */
export function plannedPoints(input: SettlementInput): number {
  return input.state.canceled
    ? 0
    : earnedPoints(
        input,
        earningLines(input, () => WHOLE)
      )
}

/**
 * An order as a purchase: the money that has earned so far, in major units, and whether it counts as
 * one. It counts as soon as any of it has earned, whatever it was paid with, until it is canceled or
 * nothing of it is kept.
 */
export function purchaseOf(input: SettlementInput): { spent: Decimal; counted: boolean } {
  if (input.state.canceled || !canEarn(input)) {
    return { spent: ZERO, counted: false }
  }
  const lines = earnedSoFar(input)
  return {
    spent: spentOn(lines),
    counted: lines.some(({ units, share }) => units.gt(0) && share.gt(0)),
  }
}

const canEarn = ({ rules, is_member }: SettlementInput): boolean =>
  is_member && rules !== null && rules.is_enabled

function earnedPoints(input: SettlementInput, lines: EarningLine[]): number {
  const { rules } = input
  return rules === null || !canEarn(input)
    ? 0
    : earnedFor(lines, programTerms(rules, lines), rules.rounding)
}

function earnedSoFar(input: SettlementInput): EarningLine[] {
  const { rules, state } = input
  return rules ? earningLines(input, (line) => EARNED_SHARES[rules.earn_on](state, line)) : []
}

function earningLines(
  { rules, state, lines }: SettlementInput,
  shareOf: (line: SettlementLine) => Decimal
): EarningLine[] {
  return lines
    .filter((line) => line.earns)
    .map((line) => ({
      id: line.id,
      paid: (rules?.earning_basis === "total" ? line.total : line.subtotal).times(
        state.charged_ratio
      ),
      units: maxDecimal(ZERO, line.quantity.minus(line.returned)),
      share: shareOf(line),
    }))
}

/** Units that have reached a stage over the units not returned, 0 to 1. */
function shareOfKept({ quantity, returned }: SettlementLine, reached: Decimal): Decimal {
  const kept = quantity.minus(returned)
  if (kept.lte(0)) {
    return ZERO
  }
  return maxDecimal(ZERO, minDecimal(reached.minus(returned).div(kept), WHOLE))
}
