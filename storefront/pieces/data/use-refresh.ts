import { useCallback } from "react"
import { useLoyaltyContext } from "../context"
import { isKeyOf } from "./keys"

/**
 * Reloads whatever is shown of the customer's points: call it after a login, a completed order or a cart
 * change made outside the pieces.
 */
export function useRefreshLoyalty(): () => Promise<void> {
  const { customerId, resources } = useLoyaltyContext()
  return useCallback(
    () => resources.reloadAll((key) => isKeyOf(key, customerId)),
    [resources, customerId]
  )
}
