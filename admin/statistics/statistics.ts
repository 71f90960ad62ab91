import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { HttpLoyaltyStatistics } from "../../src/types/http"
import { sdk } from "../shared/sdk"
import { type Period, rangeOf } from "./period"

/** The figures of a wallet in a period; those of the last one stay until the next are there. */
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
