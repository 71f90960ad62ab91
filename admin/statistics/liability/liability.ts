import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { toast } from "@medusajs/ui"
import type { HttpLiabilityReport } from "../../../src/types/http"
import { useText } from "../../shared/locale"
import { sdk } from "../../shared/sdk"
import { type Period, type Range, rangeOf } from "../period"

const PATH = "/admin/loyalty/reports/liability"

/** The report on a period; that of the last one stays until the next is there. */
export function useLiabilityReport(period: Period) {
  const range = rangeOf(period, new Date())
  return useQuery({
    queryKey: ["loyalty", "liability", range],
    queryFn: () =>
      sdk.client.fetch<{ liability_report: HttpLiabilityReport }>(PATH, { query: range }),
    select: ({ liability_report }) => liability_report,
    placeholderData: keepPreviousData,
  })
}

/** Saves the report on a period as a file; says so when that fails. */
export function useDownload(period: Period) {
  const t = useText()
  return useMutation({
    mutationFn: () => download(rangeOf(period, new Date())),
    onError: ({ message }) =>
      toast.error(t("statistics.liability.downloadFailed"), { description: message }),
  })
}

/** With the dashboard's login, which a plain link would not have when it is a token. */
async function download(range: Range): Promise<void> {
  const response = await sdk.client.fetch<Response>(PATH, {
    query: { ...range, format: "csv" },
    headers: { accept: "text/csv" },
  })
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = url
  link.download = `loyalty-liability_${range.from}_${range.to}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
