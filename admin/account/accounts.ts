import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  HttpLoyaltyAccount,
  HttpLoyaltyAccountWithCustomer,
  Listed,
} from "../../src/types/http"
import { sdk } from "../shared/sdk"

type AccountList = Listed<"loyalty_accounts", HttpLoyaltyAccountWithCustomer>

/** What a page of the list of accounts asks for; `order` is a field, with a leading - descending. */
export type AccountsRequest = {
  q?: string
  wallet?: string
  order?: string
  limit: number
  offset: number
}

/** A page of the accounts with their customers; the last page stays until the next one is there. */
export function useAccounts(request: AccountsRequest) {
  return useQuery({
    queryKey: ["loyalty", "accounts", "list", request],
    queryFn: () => sdk.client.fetch<AccountList>("/admin/loyalty/accounts", { query: request }),
    placeholderData: keepPreviousData,
  })
}

/** A customer has one account in each wallet, and no store so many. */
const ALL = 100

/** All accounts of a customer; not asked for where there is one wallet. */
export function useAccountsOf(customerId: string, enabled: boolean) {
  return useQuery({
    queryKey: ["loyalty", "customers", customerId, "accounts"],
    queryFn: () =>
      sdk.client.fetch<AccountList>("/admin/loyalty/accounts", {
        query: { customer_id: customerId, order: "created_at", limit: ALL },
      }),
    select: ({ loyalty_accounts }) => loyalty_accounts,
    enabled,
  })
}

/** One account with its customer. */
export function useAccount(id: string) {
  return useQuery({
    queryKey: ["loyalty", "accounts", id],
    queryFn: () =>
      sdk.client.fetch<{ loyalty_account: HttpLoyaltyAccountWithCustomer }>(
        `/admin/loyalty/accounts/${id}`
      ),
    select: ({ loyalty_account }) => loyalty_account,
  })
}

/** A customer's account of points, which this opens if there is none: ask for registered customers only. */
export function useCustomerAccount(customerId: string) {
  return useQuery({
    queryKey: ["loyalty", "customers", customerId],
    queryFn: () =>
      sdk.client.fetch<{ loyalty_account: HttpLoyaltyAccount }>(
        `/admin/loyalty/customers/${customerId}`
      ),
    select: ({ loyalty_account }) => loyalty_account,
  })
}
