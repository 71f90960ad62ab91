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

/** Figures in the order of the sum that they make. */
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
 * The report as a table in CSV (RFC 4180) with a figure in each row, so that it can be filtered:
 * `outstanding` is the sum of the rows `expiring`, and rows of `total` repeat what the groups say.
 * Money and rates have a decimal point. No cell holds what a user typed.
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

/** A cell, in quotes where its text needs them; empty for what there is none of. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
