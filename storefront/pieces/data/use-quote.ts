import { useCallback, useState } from "react"
import { useLoyaltyContext } from "../context"
import type { LoyaltyCartUpdate, LoyaltyQuote } from "../types"
import { accountKey, quoteKey } from "./keys"
import { deletePoints, fetchQuote, postPoints } from "./requests"
import { useResource } from "./use-resource"

export interface LoyaltyQuoteState {
  /** What points can do on the cart, even a guest's; undefined while loading and without a cart. */
  quote: LoyaltyQuote | undefined
  isLoading: boolean
  /** Points are being applied or removed. */
  isUpdating: boolean
  error: Error | undefined
  /**
   * Pays with points.
   *
   * @param points the most to use; left out: as many as the rules allow
   * @throws the js-sdk's `FetchError`: 400 with the reason when the points cannot be used
   */
  apply(points?: number): Promise<LoyaltyCartUpdate>
  /** Takes the points off the cart. */
  remove(): Promise<LoyaltyCartUpdate>
  /** Reloads the quote: call it after the cart has changed. */
  refresh(): Promise<LoyaltyQuote | undefined>
}

/** What points can do on a cart, and functions to use them. */
export function useLoyaltyQuote(cartId: string | null): LoyaltyQuoteState {
  const { sdk, customerId, resources } = useLoyaltyContext()
  const load = useCallback(() => fetchQuote(sdk, requireCart(cartId)), [sdk, cartId])
  const key = cartId === null ? null : quoteKey(customerId, cartId)
  const { data, error, isLoading } = useResource<LoyaltyQuote>(key, load)
  const { update, isUpdating } = useCartUpdate(cartId)
  const apply = useCallback(
    (points?: number) => update((id) => postPoints(sdk, id, points)),
    [update, sdk]
  )
  const remove = useCallback(() => update((id) => deletePoints(sdk, id)), [update, sdk])
  const refresh = useCallback(
    async () => (key === null ? undefined : resources.reload<LoyaltyQuote>(key)),
    [resources, key]
  )
  return { quote: data, isLoading, isUpdating, error, apply, remove, refresh }
}

/** Changes a cart's points and stores the answer as its quote. */
function useCartUpdate(cartId: string | null) {
  const { customerId, resources, inTurn } = useLoyaltyContext()
  const [running, setRunning] = useState(0)
  const update = useCallback(
    async (send: (cartId: string) => Promise<LoyaltyCartUpdate>): Promise<LoyaltyCartUpdate> => {
      const id = requireCart(cartId)
      setRunning((count) => count + 1)
      try {
        const answer = await inTurn(() => send(id))
        resources.put(quoteKey(customerId, id), answer.quote)
        if (customerId !== null) {
          void resources.reload(accountKey(customerId))
        }
        return answer
      } finally {
        setRunning((count) => count - 1)
      }
    },
    [cartId, customerId, resources, inTurn]
  )
  return { update, isUpdating: running > 0 }
}

function requireCart(cartId: string | null): string {
  if (cartId === null) {
    throw new Error("There is no cart to use points on")
  }
  return cartId
}
