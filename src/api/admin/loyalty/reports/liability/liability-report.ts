import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { liabilityReportOf } from "../../../../../domain/statistics/liability"
import type { LiabilityReport } from "../../../../../domain/statistics/liability"
import type { Period } from "../../../../../domain/statistics/period"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../../workflows/shared/money"

/** The points that the store owes its customers, by the currency they were earned under. */
export async function liabilityReport(
  container: MedusaContainer,
  period: Period
): Promise<LiabilityReport> {
  const [{ programs, ...figures }, default_currency_code] = await Promise.all([
    resolveLoyaltyPoints(container).statistics.liability(period),
    defaultCurrencyOf(container),
  ])
  return liabilityReportOf({
    period,
    ...figures,
    programs: programs.map(({ currency_code, point_value, is_enabled }) => ({
      currency: currencyOf(currency_code),
      rules: { point_value },
      is_enabled,
    })),
    default_currency_code,
  })
}

/** null when the store has none. */
async function defaultCurrencyOf(container: MedusaContainer): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "store",
    fields: ["supported_currencies.currency_code", "supported_currencies.is_default"],
  })
  const currencies = data.flatMap((store) => store.supported_currencies)
  return currencies.find((currency) => currency?.is_default)?.currency_code ?? null
}
