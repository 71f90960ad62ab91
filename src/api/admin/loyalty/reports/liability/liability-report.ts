import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { liabilityReportOf } from "../../../../../domain/statistics/liability"
import type { LiabilityReport } from "../../../../../domain/statistics/liability"
import type { Period } from "../../../../../domain/statistics/period"
import { POINTS_WALLET } from "../../../../../domain/wallets/words"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { currencyOf } from "../../../../../workflows/shared/money"

/**
 * The points of a wallet that the store owes its customers, by the currency they were earned under.
 * Programs say what points are worth; they say nothing of other wallets.
 */
export async function liabilityReport(
  container: MedusaContainer,
  period: Period,
  wallet: string
): Promise<LiabilityReport & { wallet: string }> {
  const [{ programs, ...figures }, default_currency_code] = await Promise.all([
    resolveLoyaltyPoints(container).statistics.liability({ ...period, wallet }),
    defaultCurrencyOf(container),
  ])
  const valued = wallet === POINTS_WALLET ? programs : []
  const report = liabilityReportOf({
    period,
    ...figures,
    programs: valued.map(({ currency_code, point_value, is_enabled }) => ({
      currency: currencyOf(currency_code),
      rules: { point_value },
      is_enabled,
    })),
    default_currency_code,
  })
  return { wallet, ...report }
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
