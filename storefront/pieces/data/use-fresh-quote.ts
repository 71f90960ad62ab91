import { useCallback, useEffect, useState } from "react"
import { type LoyaltyQuoteState, useLoyaltyQuote } from "./use-quote"

export type FreshQuoteState = LoyaltyQuoteState & {
  /** The cart has changed and its new quote is loading. */
  isOutdated: boolean
  /** The cart total that the current quote belongs to, in major units. */
  quotedTotal: number | undefined
  /** Sets the total of a cart whose quote is already known. */
  settle(total: number): void
}

/** `seen` is the total that the shop passed when the quote came. */
type Quoted = { cartId: string; total: number | undefined; seen: number | undefined }

/** The quote of a cart, reloaded whenever the shop passes another cart total. */
export function useFreshQuote(cartId: string, cartTotal: number | undefined): FreshQuoteState {
  const state = useLoyaltyQuote(cartId)
  const { refresh } = state
  const [quoted, setQuoted] = useState<Quoted>({ cartId, total: cartTotal, seen: cartTotal })
  const isOtherCart = quoted.cartId !== cartId
  const isCaughtUp = quoted.total === cartTotal
  // A shop may take a while to pass on a new cart: until then its total is old, not newer.
  const isOutdated = !isOtherCart && !isCaughtUp && quoted.seen !== cartTotal
  if (isOtherCart || (isCaughtUp && quoted.seen !== cartTotal)) {
    setQuoted({ cartId, total: cartTotal, seen: cartTotal })
  }

  useEffect(() => {
    if (!isOutdated) {
      return
    }
    let isCurrent = true
    const settleUnlessChangedAgain = () => {
      if (isCurrent) {
        setQuoted({ cartId, total: cartTotal, seen: cartTotal })
      }
    }
    refresh().then(settleUnlessChangedAgain, settleUnlessChangedAgain)
    return () => {
      isCurrent = false
    }
  }, [isOutdated, refresh, cartId, cartTotal])

  const settle = useCallback(
    (total: number) => setQuoted({ cartId, total, seen: cartTotal }),
    [cartId, cartTotal]
  )
  return { ...state, isOutdated, quotedTotal: quoted.total, settle }
}
