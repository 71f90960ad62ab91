import type { FetchError } from "@medusajs/js-sdk"
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { HttpLoyaltyQuote } from "../../src/types/http"
import { sdk } from "../shared/sdk"
import { type Draft, shownDiscount } from "./shown-discount"

/** The queries to reload when points change: the dashboard's own and all of ours. */
const STALE = [["orders"], ["draft-orders"], ["loyalty"]]

/** How long the plugin may take to react to an edit of the draft. */
const FOLLOWING_MS = 1_500

const path = (draftId: string) => `/admin/draft-orders/${draftId}/loyalty-points`

/**
 * The quote of a draft order. After an edit, the draft's discount is updated a moment after the page
 * shows the edit, so the page is reloaded when the two disagree.
 */
export function useDraftQuote(draft: Draft) {
  const { id, version } = draft
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ["loyalty", "draft-orders", id, version],
    queryFn: () => sdk.client.fetch<{ loyalty_quote: HttpLoyaltyQuote }>(path(id)),
    select: ({ loyalty_quote }) => loyalty_quote,
  })
  const isBehind = query.data !== undefined && query.data.discount !== shownDiscount(draft)
  useEffect(() => {
    const timer = isBehind ? setTimeout(() => readAnew(queries), FOLLOWING_MS) : undefined
    return () => clearTimeout(timer)
  }, [isBehind, version, queries])
  return query
}

/** Applies a number of points to a draft order, or takes them off with null. */
export function useApplyPoints(draftId: string) {
  const queries = useQueryClient()
  return useMutation<unknown, FetchError, number | null>({
    mutationFn: (points) =>
      sdk.client.fetch(
        path(draftId),
        points === null ? { method: "DELETE" } : { method: "POST", body: { points } }
      ),
    onSettled: () => readAnew(queries),
  })
}

async function readAnew(queries: QueryClient): Promise<void> {
  await Promise.all(STALE.map((queryKey) => queries.invalidateQueries({ queryKey })))
}
