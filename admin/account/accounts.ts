import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  HttpLoyaltyAccount,
  HttpLoyaltyAccountWithCustomer,
  Listed,
} from "../../src/types/http"
import { sdk } from "../shared/sdk"

type AccountList = Listed<"loyalty_accounts", HttpLoyaltyAccountWithCustomer>

/** The query for a page of accounts; `order` is a field, descending with a leading -. */
export type AccountsRequest = {
  q?: string
  wallet?: string
  order?: string
  limit: number
  offset: number
}

/** A page of accounts with their customers; the previous page stays until the next has loaded. */
export function useAccounts(request: AccountsRequest) {
  return useQuery({
    queryKey: ["loyalty", "accounts", "list", request],
    queryFn: () => sdk.client.fetch<AccountList>("/admin/loyalty/accounts", { query: request }),
    placeholderData: keepPreviousData,
  })
}

/** More than any store has wallets: a customer has one account in each. */
const ALL = 100

/** All accounts of a customer; not requested if there is only one wallet. */
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

/** A customer's account in the wallet `points`, opened if missing: use for registered customers only. */
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
