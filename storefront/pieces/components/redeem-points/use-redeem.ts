import { useLoyaltyContext } from "../../context"
import { claimCart } from "../../data/requests"
import { type FreshQuoteState, useFreshQuote } from "../../data/use-fresh-quote"
import { useRefreshLoyalty } from "../../data/use-refresh"
import type { LoyaltyCartUpdate } from "../../types"
import type { Notice } from "./notice"
import { appliedNotice, removedNotice } from "./outcomes"
import type { RedeemPointsProps } from "./props"
import { useCartSync } from "./use-cart-sync"
import { useFailure } from "./use-failure"
import { type Outcome, useOneAtATime } from "./use-one-at-a-time"

/** The state of the cart's points, the available actions, and their outcome. */
export interface Redeem extends Pick<FreshQuoteState, "quote" | "error" | "isOutdated"> {
  /** The cart's total that the quote belongs to. */
  cartTotal: number
  isBusy: boolean
  notice: Notice | null
  /** @param points the most to use; left out: as many as the rules allow */
  apply(points?: number): void
  remove(): void
  /** Gives a guest's cart to the logged-in customer. */
  claim(): void
  reload(): Promise<void>
  /** Clears the notice about an earlier action. */
  dismiss(): void
}

export function useRedeem(props: RedeemPointsProps): Redeem {
  const { sdk } = useLoyaltyContext()
  const state = useFreshQuote(props.cartId, props.cartTotal)
  const reload = useRefreshLoyalty()
  const { takeOver, sync } = useCartSync(props, state)
  const { isBusy, outcome, run, forget } = useOneAtATime(useFailure(state, sync))

  if (outcome && !isAbout(outcome, state)) {
    forget()
  }

  const change = (
    send: () => Promise<LoyaltyCartUpdate>,
    tell: (update: LoyaltyCartUpdate) => Notice
  ) =>
    run(async () => {
      const update = await send()
      takeOver(update.cart, update.quote)
      return { notice: tell(update), quote: update.quote }
    })
  const claim = () =>
    run(async () => {
      const cart = await claimCart(sdk, props.cartId)
      takeOver(cart, await state.refresh())
      return null
    })

  return {
    quote: state.quote,
    error: state.error,
    isOutdated: state.isOutdated,
    cartTotal: state.quotedTotal ?? props.cartTotal,
    isBusy,
    notice: outcome?.notice ?? null,
    apply: (points) =>
      change(
        () => state.apply(points),
        (update) => appliedNotice(update, points)
      ),
    remove: () => change(state.remove, removedNotice),
    claim,
    reload,
    dismiss: forget,
  }
}

/** Once the figures have changed, the notice about them is outdated. */
function isAbout(outcome: Outcome, { quote }: FreshQuoteState): boolean {
  return (
    outcome.quote?.order_total === quote?.order_total && outcome.quote?.discount === quote?.discount
  )
}
