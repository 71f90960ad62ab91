import type { LiabilityBalance, LiabilityReport } from "./liability"

const COLUMNS = [
  "from",
  "to",
  "as_of",
  "currency_code",
  "figure",
  "month",
  "points",
  "value",
  "value_currency_code",
  "rate",
] as const

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>

/** Figures in the order in which they add up. */
const FIGURES = [
  "opening_balance",
  "issued",
  "redeemed",
  "expired",
  "reversed",
  "taken",
  "closing_balance",
  "overdue",
  "debt",
] as const satisfies readonly (keyof LiabilityBalance)[]

const NO_CURRENCY = "none"
const NEVER = "never"
const TOTAL = "total"

/**
 * The report as CSV (RFC 4180) with one figure per row, so that it can be filtered: `outstanding` is the
 * sum of the `expiring` rows, and `total` rows sum up the groups. Money and rates use a decimal point.
 * No cell contains user input.
 */
export function liabilityCsv({ from, to, as_of, groups, totals }: LiabilityReport): string {
  const rows: Row[] = [
    ...groups.flatMap((group) => groupRows(group)),
    ...balanceRows(totals).map((row) => ({ ...row, currency_code: TOTAL })),
    ...totalRows(totals),
  ]
  const moments = { from: from.toISOString(), to: to.toISOString(), as_of: as_of.toISOString() }
  const lines = rows.map((row) => COLUMNS.map((column) => cell({ ...moments, ...row }[column])))
  return [COLUMNS, ...lines].map((cells) => `${cells.join(",")}\r\n`).join("")
}

function groupRows(group: LiabilityReport["groups"][number]): Row[] {
  const { value_currency_code, expiring, outstanding: points, value } = group
  const rows = [
    ...balanceRows(group),
    { figure: "outstanding", points, value, value_currency_code },
    ...expiring.map(({ month, points, value }) => ({
      figure: "expiring",
      month: month ?? NEVER,
      points,
      value,
      value_currency_code,
    })),
  ]
  return rows.map((row) => ({ ...row, currency_code: group.currency_code ?? NO_CURRENCY }))
}

function balanceRows(balance: LiabilityBalance): Row[] {
  return [
    ...FIGURES.map((figure) => ({ figure, points: balance[figure] })),
    { figure: "breakage_rate", rate: balance.breakage_rate },
  ]
}

function totalRows({ outstanding, values, expiring }: LiabilityReport["totals"]): Row[] {
  const rows = [
    { figure: "outstanding", points: outstanding },
    ...expiring.map(({ month, points }) => ({ figure: "expiring", month: month ?? NEVER, points })),
    ...values.map(({ currency_code, value }) => ({
      figure: "value",
      value,
      value_currency_code: currency_code,
    })),
  ]
  return rows.map((row) => ({ ...row, currency_code: TOTAL }))
}

/** A cell, quoted where necessary; empty if there is no value. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
