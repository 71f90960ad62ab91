import { Heading, Text } from "@medusajs/ui"
import { FigureGrid } from "../../account/figure-grid"
import type { Figure } from "../../account/figures"
import { useFormats, useText } from "../../shared/locale"
import { useCount } from "../../wallets/wallets"
import { useReportWallet } from "../use-report-wallet"
import { ExpiringTable } from "./expiring-table"
import type { HttpLiabilityGroup } from "./liability"

type LiabilityGroupProps = { group: HttpLiabilityGroup; asOf: string }

/** Points of one currency: how the balance came about, and when the rest expires. */
export function LiabilityGroup({ group, asOf }: LiabilityGroupProps) {
  const t = useText()
  const figures = useGroupFigures(group)
  return (
    <section>
      <div className="px-6 pt-5">
        <Heading level="h3">
          {group.currency_code?.toUpperCase() ?? t("statistics.liability.noCurrency")}
        </Heading>
        {group.currency_code === null && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("statistics.liability.noCurrencyHint")}
          </Text>
        )}
      </div>
      <FigureGrid figures={figures} className="md:grid-cols-4" />
      <ExpiringTable group={group} asOf={asOf} />
    </section>
  )
}

/** The opening balance, additions and deductions, and the closing balance. */
function useGroupFigures(group: HttpLiabilityGroup): Figure[] {
  const t = useText()
  const { number, percent } = useFormats()
  const notes = useBalanceNotes(group)
  return [
    { name: t("statistics.liability.opening"), value: number(group.opening_balance) },
    { name: t("statistics.flows.issued"), value: number(group.issued) },
    { name: t("statistics.flows.redeemed"), value: number(group.redeemed) },
    { name: t("statistics.flows.expired"), value: number(group.expired) },
    { name: t("statistics.liability.reversed"), value: number(group.reversed) },
    { name: t("statistics.liability.taken"), value: number(group.taken) },
    { name: t("statistics.liability.closing"), value: number(group.closing_balance), notes },
    {
      name: t("statistics.liability.breakage"),
      value: percent(group.breakage_rate),
      notes: [t("statistics.liability.breakageNote")],
    },
  ]
}

/** Why the closing balance differs from what is outstanding. */
function useBalanceNotes({ overdue, debt }: HttpLiabilityGroup): string[] {
  const t = useText()
  const [wallet] = useReportWallet()
  const inPoints = useCount(wallet)
  const inWords = (key: "overdue" | "debt", count: number) =>
    count === 0 ? [] : [t(`statistics.liability.${key}`, { points: inPoints(count) })]
  return [...inWords("overdue", overdue), ...inWords("debt", debt)]
}
