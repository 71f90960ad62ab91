import { FetchError } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { useNavigate } from "react-router-dom"
import { useLoyaltyQuote, useRefreshLoyalty } from "../../../pieces"
import { useBackend } from "../app/backend"
import { useCart } from "../cart/cart"
import { pointsOf } from "../cart/points-of"
import { useTexts } from "../i18n/language"
import { useFormat } from "../i18n/use-format"
import { confirmationPath } from "../orders/confirmation"
import { PaymentRefused, useErrorText } from "../ui/use-error-text"
import { CHECKOUT } from "./messages"
import { placeOrder } from "./place-order"

/** The points on the cart are no longer valid; this is what the shopper would pay now. */
class PointsChanged extends Error {
  constructor(readonly total: number) {
    super("The points on the cart have changed.")
  }
}

/** Places the order and goes to its confirmation; a refusal shows the cart's current state. */
export function usePlaceOrder(cart: HttpTypes.StoreCart) {
  const { sdk } = useBackend()
  const { refresh, leave } = useCart()
  const { quote } = useLoyaltyQuote(cart.id)
  const refreshLoyalty = useRefreshLoyalty()
  const navigate = useNavigate()

  const place = async (providerId: string) => {
    const points_to_earn = quote?.points_to_earn ?? 0
    try {
      const order = await placeOrder(sdk, cart.id, providerId)
      await navigate(confirmationPath(order.id), { replace: true, state: { points_to_earn } })
      leave()
      void refreshLoyalty()
    } catch (error) {
      throw isRefusal(error) ? await lookAgain(error) : error
    }
  }

  /** Reloads cart and quote, and derives from them why the order was refused. */
  const lookAgain = async (refusal: Error): Promise<Error> => {
    const [now] = await Promise.all([refresh(), refreshLoyalty()])
    const before = pointsOf(cart.items ?? [])
    const haveChanged = now && pointsOf(now.items ?? []).points !== before.points
    return haveChanged ? new PointsChanged(now.total) : refusal
  }

  return { place, explain: useExplanation(cart.currency_code) }
}

function useExplanation(currency: string): (error: unknown) => string {
  const text = useTexts(CHECKOUT)
  const errorText = useErrorText()
  const { money } = useFormat()
  return (error) => {
    if (error instanceof PointsChanged) {
      return text("pointsChanged", { total: money(error.total, currency) })
    }
    return isRefusal(error)
      ? `${text("notPlaced")} ${errorText(error)}`
      : `${errorText(error)} ${text("unsure")}`
  }
}

/** With anything else, such as a lost connection, the order may or may not have been placed. */
function isRefusal(error: unknown): error is Error {
  return (
    error instanceof PaymentRefused || (error instanceof FetchError && (error.status ?? 500) < 500)
  )
}
