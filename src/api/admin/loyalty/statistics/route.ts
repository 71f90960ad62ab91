import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { statisticsOf } from "../../../../domain/statistics/statistics"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../workflows/shared/money"
import { periodAsked } from "./validators"
import type { StatisticsQuery } from "./validators"

/** What happened to points in a period, day by day, and what all points are worth now. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const period = periodAsked(req.validatedQuery as StatisticsQuery, loyaltyPoints.now())
  const [figures, programs] = await Promise.all([
    loyaltyPoints.statistics.figures(period),
    loyaltyPoints.listLoyaltyPrograms({ is_enabled: true }),
  ])
  const statistics = statisticsOf({
    period,
    ...figures,
    programs: programs.map((rules) => ({ currency: currencyOf(rules.currency_code), rules })),
  })
  res.json({ statistics })
}
