import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import type { Period } from "../../../../domain/statistics/period"
import { statisticsOf } from "../../../../domain/statistics/statistics"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../workflows/shared/money"

/** What happened to points in a period, day by day, and what all points are worth now. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const period = req.validatedQuery as Period
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const [figures, programs] = await Promise.all([
    loyaltyPoints.readFigures(period),
    loyaltyPoints.listLoyaltyPrograms({ is_enabled: true }),
  ])
  const statistics = statisticsOf({
    period,
    ...figures,
    programs: programs.map((rules) => ({ currency: currencyOf(rules.currency_code), rules })),
  })
  res.json({ statistics })
}
