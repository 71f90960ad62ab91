import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { liabilityCsv } from "../../../../../domain/statistics/liability-csv"
import type { Period } from "../../../../../domain/statistics/period"
import { POINTS_WALLET } from "../../../../../domain/wallets/words"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { periodAsked } from "../../statistics/validators"
import { liabilityReport } from "./liability-report"
import type { LiabilityQuery } from "./validators"

/** The points that the store owes its customers and how they came about, as JSON or as a file. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { format, ...asked } = req.validatedQuery as LiabilityQuery
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const period = periodAsked(asked, loyaltyPoints.now())
  const wallet = loyaltyPoints.wallets.named(asked.wallet).code
  const liability_report = await liabilityReport(req.scope, period, wallet)
  if (format === "json") {
    res.json({ liability_report })
    return
  }
  res
    .type("text/csv; charset=utf-8")
    .set("Content-Disposition", `attachment; filename="${fileNameOf(period, wallet)}"`)
    .send(liabilityCsv(liability_report))
}

/** Named after the first and the last day of the period in UTC, and the wallet unless it is points. */
function fileNameOf({ from, to }: Period, wallet: string): string {
  const days = [from, new Date(to.getTime() - 1)].map((moment) => moment.toISOString().slice(0, 10))
  const parts = [...(wallet === POINTS_WALLET ? [] : [wallet]), ...days]
  return `loyalty-liability_${parts.join("_")}.csv`
}
