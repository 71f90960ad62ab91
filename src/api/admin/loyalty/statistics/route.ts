import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { statisticsOf } from "../../../../domain/statistics/statistics"
import { POINTS_WALLET } from "../../../../domain/wallets/words"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../workflows/shared/money"
import { periodAsked } from "./validators"
import type { StatisticsQuery } from "./validators"

/** What happened to a wallet's points in a period, day by day, and what all are worth now. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const asked = req.validatedQuery as StatisticsQuery
  const period = periodAsked(asked, loyaltyPoints.now())
  const wallet = loyaltyPoints.wallets.named(asked.wallet).code
  const [figures, programs] = await Promise.all([
    loyaltyPoints.statistics.figures({ ...period, wallet }),
    wallet === POINTS_WALLET ? loyaltyPoints.listLoyaltyPrograms({ is_enabled: true }) : [],
  ])
  const statistics = statisticsOf({
    period,
    ...figures,
    programs: programs.map((rules) => ({ currency: currencyOf(rules.currency_code), rules })),
  })
  res.json({ statistics: { wallet, ...statistics } })
}
