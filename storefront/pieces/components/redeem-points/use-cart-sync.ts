import { useCallback, useEffect, useRef } from "react"
import { useLoyaltyContext } from "../../context"
import { recalculateCart } from "../../data/requests"
import type { FreshQuoteState } from "../../data/use-fresh-quote"
import type { LoyaltyCart, LoyaltyQuote } from "../../types"
import type { RedeemPointsProps } from "./props"

export interface CartSync {
  /** Passes the shop a cart whose quote is already known. */
  takeOver(cart: LoyaltyCart, quote: LoyaltyQuote | undefined): void
  /** Has the store recompute the cart and its quote, and passes the cart to the shop. */
  sync(): Promise<LoyaltyQuote | undefined>
}

/**
 * Keeps the shop's cart and the quote in sync. The quote is always current, but the discount on the cart
 * dates from its last change: if the points were used elsewhere in between, the quote shows it first,
 * and the cart is recomputed.
 */
export function useCartSync(props: RedeemPointsProps, state: FreshQuoteState): CartSync {
  const { cartId, onCartChange } = props
  const { sdk } = useLoyaltyContext()
  const { quote, refresh, settle, isOutdated, isUpdating } = state
  const agreed = useRef<{ cartId: string; discount: number } | null>(null)

  const takeOver = useCallback(
    (cart: LoyaltyCart, its: LoyaltyQuote | undefined) => {
      agreed.current = its ? { cartId: cart.id, discount: its.discount } : null
      settle(cart.total)
      onCartChange(cart)
    },
    [settle, onCartChange]
  )
  const sync = useCallback(async () => {
    const cart = await recalculateCart(sdk, cartId)
    const fresh = await refresh()
    takeOver(cart, fresh)
    return fresh
  }, [sdk, cartId, refresh, takeOver])

  useEffect(() => {
    if (!quote || isOutdated || isUpdating) {
      agreed.current = isOutdated ? null : agreed.current
      return
    }
    const isDrifted =
      agreed.current?.cartId === cartId && agreed.current.discount !== quote.discount
    agreed.current = { cartId, discount: quote.discount }
    if (isDrifted) {
      sync().catch(() => undefined)
    }
  }, [quote, isOutdated, isUpdating, cartId, sync])

  return { takeOver, sync }
}
