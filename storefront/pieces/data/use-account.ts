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
  /** Number and total of the customer's orders, canceled ones left out. */
  orders: LoyaltyOrderSummary | undefined
  isLoading: boolean
  error: Error | undefined
  /** Loads everything of the customer anew: call it after a login or a completed order. */
  refresh(): Promise<void>
}

/** The customer's points and a summary of their orders. For guests nothing is requested. */
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
