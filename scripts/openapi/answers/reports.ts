import { z } from "@medusajs/framework/zod"

import { count, currencyCode, money, points, rate, text, time } from "./fields"

const flows = {
  issued: points.describe("Points that were earned or given."),
  redeemed: points.describe("Points that were spent, less what was given back."),
  expired: points,
  reversed: points.describe("Earned points that were taken back."),
  taken: points.describe("Points that were taken by hand."),
}

const bounds = {
  from: time.describe("The first moment of the period."),
  to: time.describe("The first moment after the period."),
}

const wallet = text.describe("The wallet that the report is about.")

const shareOfIssued = rate
  .nullable()
  .describe("A share of what was issued, with four decimals; null when nothing was.")

export const loyaltyStatistics = z
  .strictObject({
    wallet,
    ...bounds,
    members: count.describe("Accounts that are not closed, as of now."),
    ...flows,
    opening_balance: points.describe("The sum of all balances; debts count below 0."),
    closing_balance: points.describe("The sum of all balances; debts count below 0."),
    outstanding: points.describe("Points that can be spent or wait to be, as of now."),
    liability: z
      .array(z.strictObject({ currency_code: currencyCode, value: money }))
      .describe("What all outstanding points pay under one program: not to be added up."),
    breakage_rate: shareOfIssued,
    redemption_rate: shareOfIssued,
    series: z
      .array(z.strictObject({ date: z.iso.date(), ...flows }))
      .describe("Every day of the period in UTC, oldest first."),
  })
  .meta({ id: "LoyaltyStatistics", description: "What happened to points in a period." })

const month = text
  .regex(/^\d{4}-\d{2}$/)
  .nullable()
  .describe("The month in which the points can be spent last, as in 2026-11; null: never expire.")

const balance = {
  opening_balance: points,
  ...flows,
  closing_balance: points.describe(
    "What it opened with and the flows; `outstanding + overdue - debt`."
  ),
  outstanding: points.describe("Points that can be spent or wait to be, as of `as_of`."),
  overdue: points.describe("Points past their expiry that are not written off yet."),
  debt: points.describe("What customers owe, as a positive number."),
  breakage_rate: shareOfIssued,
}

const liabilityGroup = z.strictObject({
  currency_code: currencyCode.nullable().describe("null for points of no program, and debts."),
  ...balance,
  value: money.nullable().describe("What the outstanding points pay; null without a program."),
  value_currency_code: currencyCode.nullable(),
  expiring: z.array(z.strictObject({ month, points, value: money.nullable() })),
})

const liabilityTotals = z.strictObject({
  ...balance,
  values: z
    .array(z.strictObject({ currency_code: currencyCode, value: money }))
    .describe("A sum for each currency that points are valued in."),
  expiring: z.array(z.strictObject({ month, points })),
})

export const liabilityReport = z
  .strictObject({
    wallet,
    ...bounds,
    as_of: time.describe("The moment for which `outstanding` holds."),
    groups: z.array(liabilityGroup).describe("By the currency that points were earned under."),
    totals: liabilityTotals,
  })
  .meta({ id: "LiabilityReport", description: "The points that the store owes its customers." })

export const auditReport = z
  .strictObject({
    accounts: count,
    transactions: count,
    violations: z
      .array(z.strictObject({ invariant: count, code: text, subject: text, message: text }))
      .describe("Empty as long as the ledger keeps its promises."),
    last_seal: z
      .strictObject({ no: count, lines: count, hash: text, sealed_at: time })
      .nullable()
      .describe("The newest seal of the journal; kept elsewhere, it proves all lines before it."),
  })
  .meta({ id: "LoyaltyAudit", description: "A proof of the whole ledger on one snapshot." })
