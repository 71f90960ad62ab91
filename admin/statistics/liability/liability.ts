import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { toast } from "@medusajs/ui"
import type { HttpLiabilityReport } from "../../../src/types/http"
import { POINTS_WALLET } from "../../../src/domain/wallets/words"
import { useText } from "../../shared/locale"
import { sdk } from "../../shared/sdk"
import { type Period, rangeOf } from "../period"

/** The part of the report about one currency. */
export type HttpLiabilityGroup = HttpLiabilityReport["groups"][number]

const PATH = "/admin/loyalty/reports/liability"

/** What a report is about: a period and a wallet. */
export type Asked = { period: Period; wallet: string }

const queryOf = ({ period, wallet }: Asked) => ({ ...rangeOf(period, new Date()), wallet })

/** The report for a wallet and period; the previous one stays until the next has loaded. */
export function useLiabilityReport(asked: Asked) {
  const query = queryOf(asked)
  return useQuery({
    queryKey: ["loyalty", "liability", query],
    queryFn: () => sdk.client.fetch<{ liability_report: HttpLiabilityReport }>(PATH, { query }),
    select: ({ liability_report }) => liability_report,
    placeholderData: keepPreviousData,
  })
}

/** Saves the report for a period as a file; shows an error if that fails. */
export function useDownload(asked: Asked) {
  const t = useText()
  return useMutation({
    mutationFn: () => download(queryOf(asked)),
    onError: ({ message }) =>
      toast.error(t("statistics.liability.downloadFailed"), { description: message }),
  })
}

/** With the dashboard's login, which a plain link would lack if it is a token. */
async function download(asked: ReturnType<typeof queryOf>): Promise<void> {
  const response = await sdk.client.fetch<Response>(PATH, {
    query: { ...asked, format: "csv" },
    headers: { accept: "text/csv" },
  })
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = url
  const parts = [...(asked.wallet === POINTS_WALLET ? [] : [asked.wallet]), asked.from, asked.to]
  link.download = `loyalty-liability_${parts.join("_")}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
