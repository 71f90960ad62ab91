import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { type Period, periodOf, problemOf, startOfDay } from "../../../../domain/statistics/period"
import { hasPlainYear } from "../../../../validation/fields"
import { walletQuerySchema } from "../../../shared/wallet-parameter"

/** A day of UTC, or a moment in ISO 8601; `momentOf` says what a day stands for. */
function momentParameter(name: string, momentOf: (day: Date) => Date) {
  const moment = z.iso.datetime({ offset: true }).transform((time) => new Date(time))
  const day = z.iso.date().transform((date) => momentOf(new Date(date)))
  return z
    .union([moment, day], {
      error: `${name}: expected a day such as 2026-11-01, or a time such as 2026-11-01T00:00:00Z`,
    })
    .refine(hasPlainYear, `${name}: expected a time in the years 1 to 9999`)
}

/**
 * What a report is about: one wallet, since points of two kinds do not add up, and a period. `from`
 * and `to` are optional: a day given as `to` belongs to its period.
 */
export const statisticsQuerySchema = walletQuerySchema.extend({
  from: momentParameter("from", (day) => day)
    .optional()
    .describe("Start of the period. Left out: 30 days before its end."),
  to: momentParameter("to", (day) => startOfDay(day, 1))
    .optional()
    .describe("End of the period: a time is not part of it, a day is. Left out: the end of today."),
})
export type StatisticsQuery = z.infer<typeof statisticsQuerySchema>

/**
 * The period of a report that is made now.
 *
 * @throws INVALID_DATA that names the parameter and what is allowed
 */
export function periodAsked(asked: StatisticsQuery, now: Date): Period {
  const period = periodOf(asked, now)
  const problem = problemOf(period)
  if (problem !== null) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `from: ${problem}`)
  }
  return period
}
