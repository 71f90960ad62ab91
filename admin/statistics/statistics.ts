import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { HttpLoyaltyStatistics } from "../../src/types/http"
import { sdk } from "../shared/sdk"
import { type Period, rangeOf } from "./period"

/** The figures for a wallet and period; the previous ones stay until the next have loaded. */
export function useStatistics(period: Period, wallet: string) {
  const query = { ...rangeOf(period, new Date()), wallet }
  return useQuery({
    queryKey: ["loyalty", "statistics", query],
    queryFn: () =>
      sdk.client.fetch<{ statistics: HttpLoyaltyStatistics }>("/admin/loyalty/statistics", {
        query,
      }),
    select: ({ statistics }) => statistics,
    placeholderData: keepPreviousData,
  })
}
