import { useCallback, useEffect, useRef } from "react"
import { useLoyaltyContext } from "../../context"
import { recalculateCart } from "../../data/requests"
import type { FreshQuoteState } from "../../data/use-fresh-quote"
import type { LoyaltyCart, LoyaltyQuote } from "../../types"
import type { RedeemPointsProps } from "./props"

export interface CartSync {
  /** Hands the shop a cart whose quote is on hand already. */
  takeOver(cart: LoyaltyCart, quote: LoyaltyQuote | undefined): void
  /** Has the store reckon the cart and its quote anew, and hands the cart to the shop. */
  sync(): Promise<LoyaltyQuote | undefined>
}

/**
 * Keeps the shop's cart and the quote in step. The quote is always of this moment, but the discount
 * on the cart is of its last change: when the points were used elsewhere meanwhile, the quote says so
 * first, and the cart is reckoned anew.
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
