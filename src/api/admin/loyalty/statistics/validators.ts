import { z } from "@medusajs/framework/zod"

import { periodOf, problemOf, startOfDay } from "../../../../domain/statistics/period"

/** A day of UTC, or a moment in ISO 8601; `momentOf` says what a day stands for. */
function momentParameter(name: string, momentOf: (day: Date) => Date) {
  const moment = z.iso.datetime({ offset: true }).transform((time) => new Date(time))
  const day = z.iso.date().transform((date) => momentOf(new Date(date)))
  return z.union([moment, day], {
    error: `${name}: expected a day such as 2026-11-01, or a time such as 2026-11-01T00:00:00Z`,
  })
}

/** `from` and `to` of a report as a period: a day given as `to` belongs to it. */
export const statisticsQuerySchema = z
  .strictObject({
    from: momentParameter("from", (day) => day).optional(),
    to: momentParameter("to", (day) => startOfDay(day, 1)).optional(),
  })
  .transform((asked, context) => {
    const period = periodOf(asked, new Date())
    const problem = problemOf(period)
    if (problem === null) {
      return period
    }
    context.addIssue({ code: "custom", message: `from: ${problem}` })
    return z.NEVER
  })
