import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { HttpLoyaltyLot, HttpLoyaltyTransaction, Listed } from "../../../src/types/http"
import { sdk } from "../../shared/sdk"

type TransactionList = Listed<"loyalty_transactions", HttpLoyaltyTransaction>
type LotList = Listed<"loyalty_lots", HttpLoyaltyLot>

export type PageRequest = { limit: number; offset: number }

/** A page of an account's journal, newest first. */
export function useTransactions(accountId: string, page: PageRequest) {
  return useQuery({
    queryKey: ["loyalty", "accounts", accountId, "transactions", page],
    queryFn: () =>
      sdk.client.fetch<TransactionList>(`/admin/loyalty/accounts/${accountId}/transactions`, {
        query: page,
      }),
    placeholderData: keepPreviousData,
  })
}

/** A page of an account's lots: those with points first. */
export function useLots(accountId: string, page: PageRequest) {
  return useQuery({
    queryKey: ["loyalty", "accounts", accountId, "lots", page],
    queryFn: () =>
      sdk.client.fetch<LotList>(`/admin/loyalty/accounts/${accountId}/lots`, { query: page }),
    placeholderData: keepPreviousData,
  })
}
