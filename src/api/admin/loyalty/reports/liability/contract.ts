import { z } from "@medusajs/framework/zod"

import { currencyCode, money, points, text, time } from "../../../../shared/answers/fields"
import { bounds, flows, reportedWallet, shareOfIssued } from "../../../../shared/answers/report"
import { liabilityQuerySchema } from "./validators"
import type { ApiRoute } from "../../../../shared/contract"

const month = text
  .regex(/^\d{4}-\d{2}$/)
  .nullable()
  .describe(
    "The month in which the points can be spent last, as in 2026-11, in the time zone of the option `timeZone`; null, and last: they never expire."
  )

const balance = {
  opening_balance: points.describe("The sum of all balances at the start of the period."),
  ...flows,
  closing_balance: points.describe(
    "What it opened with and the flows; `outstanding + overdue - debt`."
  ),
  outstanding: points.describe(
    "Points that can be spent, are held or wait to be spendable, as of `as_of`; those that a checkout holds now count past their expiry too."
  ),
  overdue: points.describe("Points past their expiry that are not written off yet."),
  debt: points.describe("What customers owe, as a positive number."),
  breakage_rate: shareOfIssued("expired"),
}

const liabilityGroup = z.strictObject({
  currency_code: currencyCode
    .nullable()
    .describe(
      "null for points of no program (given by hand) and for debts: points that open or cover a debt count here, whatever they were earned under."
    ),
  ...balance,
  value: money
    .nullable()
    .describe(
      "What the outstanding points pay in whole coins, at the value that a point has now; null without a program, and for a wallet other than `points`."
    ),
  value_currency_code: currencyCode
    .nullable()
    .describe(
      "The currency of `value`: that of the group's program. Without one, that of the only program that is switched on, or of several that of the store's default currency."
    ),
  expiring: z
    .array(z.strictObject({ month, points, value: money.nullable() }))
    .describe("`outstanding` by month of expiry. The values sum to that of the group."),
})

const liabilityTotals = z.strictObject({
  ...balance,
  values: z
    .array(z.strictObject({ currency_code: currencyCode, value: money }))
    .describe("A sum for each currency that points are valued in."),
  expiring: z.array(z.strictObject({ month, points })),
})

const liabilityReport = z
  .strictObject({
    wallet: reportedWallet,
    ...bounds,
    as_of: time.describe(
      "The moment for which `outstanding` holds: the end of the period, or now if that comes first."
    ),
    groups: z
      .array(liabilityGroup)
      .describe(
        "By the currency of the program that points were earned under, deleted programs included: all that happens to a lot belongs to the currency of the transaction that opened it."
      ),
    totals: liabilityTotals.describe("The sums of the groups, exactly."),
  })
  .meta({
    id: "LiabilityReport",
    description:
      "The points that the store owes its customers. What counts as issued, redeemed, expired, reversed and taken is that of the statistics. In each group and in `totals`: `opening_balance + issued - redeemed - expired - reversed - taken = closing_balance`, and `outstanding + overdue - debt = closing_balance`.",
  })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/reports/liability",
    tag: "Reports",
    access: "merchant",
    summary: "Read the points that the store owes its customers",
    description: "As JSON or, with `format=csv`, as a file. The period is that of the statistics.",
    query: liabilityQuerySchema,
    answer: z.strictObject({ liability_report: liabilityReport }),
    alsoAnswers: "text/csv",
    errors: [400, 401],
  },
]
