import { discountFor } from "../program/points"
import type { ProgramRules } from "../program/rules"
import type { Currency } from "../shared/currency"
import { toNumber } from "../shared/decimal"
import { type Flows, flowsOf, type Movement, netOf } from "./flows"
import { daysOf, type Period } from "./period"
import { rateOf } from "./rate"

/** Movements of one day in UTC, `YYYY-MM-DD`. */
export type DatedMovement = Movement & { date: string }

/** The accounts as a whole; debts count below 0 in `closing_balance` and not in `outstanding`. */
export type AccountTotals = { members: number; closing_balance: number; outstanding: number }

/** `movements` of the period and `totals` from one snapshot of the ledger. */
export type StatisticsInput = {
  period: Period
  movements: readonly DatedMovement[]
  totals: AccountTotals
  /** The programs that give points a value now. */
  programs: readonly { currency: Currency; rules: Pick<ProgramRules, "point_value"> }[]
}

/**
 * What happened to points in a period, and what all points are worth now.
 * `opening_balance + issued - redeemed - expired - reversed - taken = closing_balance`.
 */
export type Statistics = Flows & {
  /** The period, from its first moment until right before `to`. */
  from: Date
  to: Date
  /** Accounts as of now. */
  members: number
  /** The sum of all balances at both ends of the period; debts count below 0. */
  opening_balance: number
  closing_balance: number
  /** Spendable and pending points as of now, without debts and points past their expiry. */
  outstanding: number
  /** What the outstanding points would pay, in major units, if all were spent under one program. */
  liability: { currency_code: string; value: number }[]
  /** Shares of what was issued in the period, with four decimals; null when nothing was. */
  breakage_rate: number | null
  redemption_rate: number | null
  /** Every day of the period, oldest first. */
  series: (Flows & { date: string })[]
}

/** Computes the merchant's figures from what was read from the ledger. */
export function statisticsOf({ period, movements, totals, programs }: StatisticsInput): Statistics {
  const flows = flowsOf(movements)
  return {
    from: period.from,
    to: period.to,
    members: totals.members,
    ...flows,
    opening_balance: totals.closing_balance - netOf(flows),
    closing_balance: totals.closing_balance,
    outstanding: totals.outstanding,
    liability: programs.map(({ currency, rules }) => ({
      currency_code: currency.code,
      value: toNumber(discountFor(totals.outstanding, rules, currency)),
    })),
    breakage_rate: rateOf(flows.expired, flows.issued),
    redemption_rate: rateOf(flows.redeemed, flows.issued),
    series: seriesOf(period, movements),
  }
}

function seriesOf(period: Period, movements: readonly DatedMovement[]): Statistics["series"] {
  const byDate = new Map<string, Movement[]>()
  for (const movement of movements) {
    const sameDay = byDate.get(movement.date)
    byDate.set(movement.date, sameDay ? [...sameDay, movement] : [movement])
  }
  return daysOf(period).map((date) => ({ date, ...flowsOf(byDate.get(date) ?? []) }))
}
