import { useCallback } from "react"
import { useLoyaltyContext } from "../context"
import type { LoyaltyAccount, LoyaltyOrderSummary } from "../types"
import { accountKey } from "./keys"
import { type AccountAnswer, fetchAccount } from "./requests"
import { useRefreshLoyalty } from "./use-refresh"
import { useResource } from "./use-resource"

export interface LoyaltyAccountState {
  /** undefined while loading and for guests. */
  account: LoyaltyAccount | undefined
  /** Number and total of the customer's orders, without canceled ones. */
  orders: LoyaltyOrderSummary | undefined
  isLoading: boolean
  error: Error | undefined
  /** Reloads all of the customer's data: call it after a login or a completed order. */
  refresh(): Promise<void>
}

/** The customer's points and a summary of their orders. Sends no requests for guests. */
export function useLoyaltyAccount(): LoyaltyAccountState {
  const { sdk, customerId } = useLoyaltyContext()
  const load = useCallback(() => fetchAccount(sdk), [sdk])
  const { data, error, isLoading } = useResource<AccountAnswer>(
    customerId === null ? null : accountKey(customerId),
    load
  )
  const refresh = useRefreshLoyalty()
  return { account: data?.loyalty_account, orders: data?.orders, isLoading, error, refresh }
}
