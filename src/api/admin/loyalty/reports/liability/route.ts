import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { liabilityCsv } from "../../../../../domain/statistics/liability-csv"
import type { Period } from "../../../../../domain/statistics/period"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { periodAsked } from "../../statistics/validators"
import { liabilityReport } from "./liability-report"
import type { LiabilityQuery } from "./validators"

/** The points that the store owes its customers and how they came about, as JSON or as a file. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { format, ...asked } = req.validatedQuery as LiabilityQuery
  const period = periodAsked(asked, resolveLoyaltyPoints(req.scope).now())
  const liability_report = await liabilityReport(req.scope, period)
  if (format === "json") {
    res.json({ liability_report })
    return
  }
  res
    .type("text/csv; charset=utf-8")
    .set("Content-Disposition", `attachment; filename="${fileNameOf(period)}"`)
    .send(liabilityCsv(liability_report))
}

/** Named after the first and the last day of the period in UTC. */
function fileNameOf({ from, to }: Period): string {
  const days = [from, new Date(to.getTime() - 1)].map((moment) => moment.toISOString().slice(0, 10))
  return `loyalty-liability_${days.join("_")}.csv`
}
