import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container, Heading, Text, clx } from "@medusajs/ui"
import type { HttpLiabilityReport } from "../../../src/types/http"
import { useFormats, useText } from "../../shared/locale"
import { Empty, Unloaded } from "../../shared/states"
import { WalletBadge } from "../../wallets/wallet-badge"
import { usePeriod } from "../use-period"
import { useReportWallet } from "../use-report-wallet"
import { type Asked, useDownload, useLiabilityReport } from "./liability"
import { LiabilityGroup } from "./liability-group"

/** What the store owes its customers in points, for its accounting: by currency, and as a file. */
export function LiabilitySection() {
  const [period] = usePeriod()
  const [wallet] = useReportWallet()
  const asked = { period, wallet }
  const report = useLiabilityReport(asked)
  const { data, isPlaceholderData } = report
  return (
    <Container className="divide-y p-0">
      <Head report={data} asked={asked} />
      {data && !report.error ? (
        <div
          aria-busy={isPlaceholderData}
          className={clx("transition-fg divide-y", { "opacity-50": isPlaceholderData })}
        >
          <Groups report={data} />
        </div>
      ) : (
        <Unloaded query={report} lines={6} />
      )}
    </Container>
  )
}

type HeadProps = { report: HttpLiabilityReport | undefined; asked: Asked }

function Head({ report, asked }: HeadProps) {
  const t = useText()
  const { mutate, isPending } = useDownload(asked)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div>
        <div className="flex items-center gap-x-2">
          <Heading level="h2">{t("statistics.liability.title")}</Heading>
          <WalletBadge code={asked.wallet} />
        </div>
        {report && <Days report={report} />}
      </div>
      <Button size="small" variant="secondary" isLoading={isPending} onClick={() => mutate()}>
        <ArrowDownTray aria-hidden />
        {t("statistics.liability.download")}
      </Button>
    </div>
  )
}

/** The first and the last day of the period. */
function Days({ report }: { report: HttpLiabilityReport }) {
  const t = useText()
  const { day } = useFormats()
  const last = new Date(Date.parse(report.to) - 1).toISOString()
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("statistics.liability.period", { from: day(report.from), to: day(last) })}
    </Text>
  )
}

function Groups({ report }: { report: HttpLiabilityReport }) {
  const t = useText()
  if (report.groups.length === 0) {
    return <Empty title={t("statistics.liability.empty")} />
  }
  return report.groups.map((group) => (
    <LiabilityGroup key={group.currency_code} group={group} asOf={report.as_of} />
  ))
}
