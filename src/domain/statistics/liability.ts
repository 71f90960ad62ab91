import { type Decimal, sumDecimals, toNumber, ZERO } from "../shared/decimal"
import { type Flows, flowsOf, type Movement, netOf } from "./flows"
import type { Period } from "./period"
import { rateOf } from "./rate"
import { type ValuedProgram, valuedBy, valuesOf } from "./valuation"

/** The currency of the program that points were earned under; null without a program. */
type CurrencyCode = string | null

/** Points of the journal, by the currency of the lots they entered or left. */
export type LiabilityMovement = Movement & { currency_code: CurrencyCode }

/** What was left at the end of the period, for one currency and one month of expiry. */
export type Standing = {
  currency_code: CurrencyCode
  /** The last month, `YYYY-MM`, in which the points can be spent; null: they never expire. */
  month: string | null
  outstanding: number
  /** Points past their expiry but not written off. */
  overdue: number
  /** What customers owe, as a positive number. A debt has no currency. */
  debt: number
}

/** What the report is computed from, all from one snapshot of the ledger. */
export type LiabilityFigures = {
  movements: readonly LiabilityMovement[]
  standing: readonly Standing[]
}

export type LiabilityInput = LiabilityFigures & {
  period: Period
  as_of: Date
  programs: readonly ValuedProgram[]
  default_currency_code: string | null
}

/**
 * Points of one group, or of all, over a period:
 * `opening_balance + issued - redeemed - expired - reversed - taken = closing_balance` and
 * `closing_balance = outstanding + overdue - debt`.
 */
export type LiabilityBalance = Flows & {
  opening_balance: number
  closing_balance: number
  outstanding: number
  overdue: number
  debt: number
  /** Share of what was issued in the period, with four decimals; null when nothing was. */
  breakage_rate: number | null
}

export type LiabilityGroup = LiabilityBalance & {
  currency_code: CurrencyCode
  /** What the outstanding points would pay, in major units; null when no program values them. */
  value: number | null
  value_currency_code: string | null
  /** The outstanding points and their value by month of expiry, those that never expire last. */
  expiring: { month: string | null; points: number; value: number | null }[]
}

export type LiabilityReport = {
  from: Date
  to: Date
  /** The moment for which `outstanding` holds: the end of the period, or now if that comes first. */
  as_of: Date
  groups: LiabilityGroup[]
  totals: LiabilityBalance & {
    /** A sum for each currency that points are valued in. */
    values: { currency_code: string; value: number }[]
    expiring: { month: string | null; points: number }[]
  }
}

/** A group and its value in exact money, to sum up. */
type Valued = { group: LiabilityGroup; value: Decimal }

/** The points that a store owes its customers, for its accounting. */
export function liabilityReportOf(input: LiabilityInput): LiabilityReport {
  const { period, as_of, movements, standing } = input
  const valued = codesOf(input).map((code) => groupOf(code, input))
  return {
    from: period.from,
    to: period.to,
    as_of,
    groups: valued.map(({ group }) => group),
    totals: {
      ...balanceOf(movements, standing),
      values: totalValues(valued),
      expiring: byMonth(standing),
    },
  }
}

/** All currencies with figures, in order; no currency comes last. */
function codesOf({ movements, standing }: LiabilityFigures): CurrencyCode[] {
  const codes = [...movements, ...standing].map(({ currency_code }) => currency_code)
  return [...new Set(codes)].sort(nullLast)
}

function groupOf(code: CurrencyCode, input: LiabilityInput): Valued {
  const isOwn = (part: { currency_code: CurrencyCode }) => part.currency_code === code
  const standing = input.standing.filter(isOwn)
  const months = byMonth(standing)
  const program = valuedBy(code, input.programs, input.default_currency_code)
  const points = months.map((month) => month.points)
  const values = program && valuesOf(points, program)
  const value = sumDecimals(values ?? [])
  const group = {
    currency_code: code,
    ...balanceOf(input.movements.filter(isOwn), standing),
    value: values && toNumber(value),
    value_currency_code: program?.currency.code ?? null,
    expiring: months.map((month, place) => ({
      ...month,
      value: values && toNumber(values[place] ?? ZERO),
    })),
  }
  return { group, value }
}

function balanceOf(
  movements: readonly LiabilityMovement[],
  standing: readonly Standing[]
): LiabilityBalance {
  const flows = flowsOf(movements)
  const outstanding = sumOf(standing.map((part) => part.outstanding))
  const overdue = sumOf(standing.map((part) => part.overdue))
  const debt = sumOf(standing.map((part) => part.debt))
  const closing_balance = outstanding + overdue - debt
  return {
    opening_balance: closing_balance - netOf(flows),
    ...flows,
    closing_balance,
    outstanding,
    overdue,
    debt,
    breakage_rate: rateOf(flows.expired, flows.issued),
  }
}

function byMonth(standing: readonly Standing[]): { month: string | null; points: number }[] {
  const sums = new Map<string | null, number>()
  for (const { month, outstanding } of standing) {
    sums.set(month, (sums.get(month) ?? 0) + outstanding)
  }
  return [...sums]
    .map(([month, points]) => ({ month, points }))
    .filter(({ points }) => points !== 0)
    .sort((one, other) => nullLast(one.month, other.month))
}

function totalValues(valued: readonly Valued[]): LiabilityReport["totals"]["values"] {
  const codes = new Set(valued.map(({ group }) => group.value_currency_code))
  return [...codes].sort(nullLast).flatMap((currency_code) => {
    const own = valued.filter(({ group }) => group.value_currency_code === currency_code)
    const value = toNumber(sumDecimals(own.map((group) => group.value)))
    return currency_code === null ? [] : [{ currency_code, value }]
  })
}

const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0)

function nullLast(one: string | null, other: string | null): number {
  if (one === null || other === null) {
    return Number(one === null) - Number(other === null)
  }
  return one < other ? -1 : Number(one > other)
}
