import { useCallback, useState } from "react"
import { useLoyaltyContext } from "../context"
import type { LoyaltyTransaction } from "../types"
import { transactionsKey } from "./keys"
import { fetchHistory, type HistoryAnswer } from "./requests"
import { useResource } from "./use-resource"

export interface LoyaltyTransactionsState {
  /** Newest first; undefined while loading and for guests. */
  transactions: LoyaltyTransaction[] | undefined
  /** How many there are in total. */
  count: number
  hasMore: boolean
  isLoading: boolean
  isLoadingMore: boolean
  error: Error | undefined
  loadMore(): void
  refresh(): Promise<void>
}

const DEFAULT_PAGE_SIZE = 10

/** The customer's points history, page by page. Sends no requests for guests. */
export function useLoyaltyTransactions(
  options: { pageSize?: number } = {}
): LoyaltyTransactionsState {
  const { pageSize = DEFAULT_PAGE_SIZE } = options
  const { sdk, customerId, resources } = useLoyaltyContext()
  const [pages, setPages] = useState(1)
  const wanted = pages * pageSize
  const load = useCallback(() => fetchHistory(sdk, wanted), [sdk, wanted])
  const key = customerId === null ? null : transactionsKey(customerId, wanted)
  const { data, error, isLoading } = useResource<HistoryAnswer>(key, load)
  const shorter = customerId === null ? null : transactionsKey(customerId, wanted - pageSize)
  // While more is loading, the previous lines stay.
  const shown = data ?? (shorter ? resources.snapshot<HistoryAnswer>(shorter).data : undefined)
  const loadMore = useCallback(() => setPages((count) => count + 1), [])
  const refresh = useCallback(async () => {
    if (key !== null) {
      await resources.reload(key)
    }
  }, [resources, key])
  const count = shown?.count ?? 0
  return {
    transactions: shown?.transactions,
    count,
    hasMore: shown !== undefined && shown.transactions.length < count,
    isLoading: isLoading && shown === undefined,
    isLoadingMore: isLoading && shown !== undefined,
    error,
    loadMore,
    refresh,
  }
}
