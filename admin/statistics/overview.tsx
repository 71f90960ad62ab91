import { Container, Heading, Select, clx } from "@medusajs/ui"
import { useMemo } from "react"
import type { HttpLoyaltyStatistics } from "../../src/types/http"
import { useText } from "../shared/locale"
import { Loading, LoadError } from "../shared/states"
import { WalletSelect } from "../wallets/wallet-select"
import { KeyFigures } from "./key-figures"
import { bucketsOf, OFFERED_PERIODS, type Period, readPeriod } from "./period"
import { PointsChart } from "./points-chart"
import { useStatistics } from "./statistics"
import { usePeriod } from "./use-period"
import { useReportWallet } from "./use-report-wallet"

/** The key figures of a period and how points came and went in it. */
export function Overview() {
  const t = useText()
  const [period, setPeriod] = usePeriod()
  const [wallet, setWallet] = useReportWallet()
  const { data, error, isPending, isPlaceholderData, refetch } = useStatistics(period, wallet)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h1">{t("statistics.menu")}</Heading>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <WalletSelect value={wallet} onChange={setWallet} />
          <PeriodSelect value={period} onChange={setPeriod} />
        </div>
      </div>
      {isPending && <Loading lines={8} />}
      {error && <LoadError error={error} onRetry={refetch} />}
      {data && !error && (
        <div
          aria-busy={isPlaceholderData}
          className={clx("transition-fg divide-y", { "opacity-50": isPlaceholderData })}
        >
          <KeyFigures statistics={data} />
          <Movements statistics={data} period={period} />
        </div>
      )}
    </Container>
  )
}

type PeriodSelectProps = { value: Period; onChange: (period: Period) => void }

function PeriodSelect({ value, onChange }: PeriodSelectProps) {
  const t = useText()
  return (
    <Select size="small" value={value} onValueChange={(chosen) => onChange(readPeriod(chosen))}>
      <Select.Trigger className="w-40" aria-label={t("statistics.period")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {OFFERED_PERIODS.map((period) => (
          <Select.Item key={period} value={period}>
            {t(`statistics.periods.${period}`)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

function Movements({ statistics, period }: { statistics: HttpLoyaltyStatistics; period: Period }) {
  const buckets = useMemo(() => bucketsOf(statistics.series, period), [statistics.series, period])
  return <PointsChart buckets={buckets} period={period} />
}
