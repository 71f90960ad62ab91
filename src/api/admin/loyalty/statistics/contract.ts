import { z } from "@medusajs/framework/zod"

import { count, currencyCode, money, points } from "../../../shared/answers/fields"
import { bounds, flows, reportedWallet, shareOfIssued } from "../../../shared/answers/report"
import { statisticsQuerySchema } from "./validators"
import type { ApiRoute } from "../../../shared/contract"

const loyaltyStatistics = z
  .strictObject({
    wallet: reportedWallet,
    ...bounds,
    members: count.describe("Accounts that are not closed, as of now."),
    ...flows,
    opening_balance: points.describe("The sum of all balances; debts count below 0."),
    closing_balance: points.describe("The sum of all balances; debts count below 0."),
    outstanding: points.describe(
      "Points that can be spent, are held or wait to be spendable, as of now; without debts and points past their expiry, job or no job."
    ),
    liability: z
      .array(z.strictObject({ currency_code: currencyCode, value: money }))
      .describe(
        "As of now, what all outstanding points pay in whole coins, for each program that is switched on. Not to be added up: points are not tied to a currency. Empty for a wallet other than `points`."
      ),
    breakage_rate: shareOfIssued("expired"),
    redemption_rate: shareOfIssued("redeemed"),
    series: z
      .array(z.strictObject({ date: z.iso.date(), ...flows }))
      .describe("Every day of the period in UTC, oldest first, days without movement too."),
  })
  .meta({
    id: "LoyaltyStatistics",
    description:
      "What happened to points in a period, by `occurred_at`, as positive numbers. `opening_balance + issued - redeemed - expired - reversed - taken = closing_balance`. A `merge` counts as nothing: what one account gives another gets. Kinds that come later count as `issued` or `taken` until they have a place of their own.",
  })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/statistics",
    tag: "Reports",
    access: "merchant",
    summary: "Read what happened to points in a period",
    description:
      "`from` and `to` are days of UTC such as 2026-11-01, or times in ISO 8601 with an offset; a time given as `to` is not part of the period, a day is. Without `from`: the 30 days up to the end; without `to`: until the end of today. At most 1,096 days, in the years 1 to 9999.",
    query: statisticsQuerySchema,
    answer: z.strictObject({ statistics: loyaltyStatistics }),
    errors: [400, 401],
  },
]
