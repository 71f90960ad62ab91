import type { HttpLoyaltyStatistics } from "../../src/types/http"
import { FigureGrid } from "../account/figure-grid"
import type { Figure } from "../account/figures"
import { useMoneyChoices } from "../account/use-money-choices"
import { useFormats, useText } from "../shared/locale"

/** The figures that matter most: how many points there are, what they cost, whether they are used. */
export function KeyFigures({ statistics }: { statistics: HttpLoyaltyStatistics }) {
  const figures = useKeyFigures(statistics)
  return <FigureGrid figures={figures} className="md:grid-cols-3 xl:grid-cols-6" />
}

function useKeyFigures(statistics: HttpLoyaltyStatistics): Figure[] {
  const t = useText()
  const { number, percent } = useFormats()
  const moneyChoices = useMoneyChoices()
  return [
    { name: t("statistics.members"), value: number(statistics.members) },
    {
      name: t("statistics.outstanding"),
      value: number(statistics.outstanding),
      notes: moneyChoices(statistics.liability),
    },
    { name: t("statistics.flows.issued"), value: number(statistics.issued) },
    { name: t("statistics.flows.redeemed"), value: number(statistics.redeemed) },
    { name: t("statistics.flows.expired"), value: number(statistics.expired) },
    {
      name: t("statistics.redemptionRate"),
      value: percent(statistics.redemption_rate),
      notes: [t("statistics.redemptionRateNote")],
    },
  ]
}
