import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { HttpLoyaltyStatistics } from "../../src/types/http"
import { sdk } from "../shared/sdk"
import { type Period, rangeOf } from "./period"

/** The figures of a period; those of the last one stay until the next are there. */
export function useStatistics(period: Period) {
  const range = rangeOf(period, new Date())
  return useQuery({
    queryKey: ["loyalty", "statistics", range],
    queryFn: () =>
      sdk.client.fetch<{ statistics: HttpLoyaltyStatistics }>("/admin/loyalty/statistics", {
        query: range,
      }),
    select: ({ statistics }) => statistics,
    placeholderData: keepPreviousData,
  })
}
