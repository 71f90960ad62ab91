import type { LoyaltyQuoteState } from "../../data/use-quote"
import { useRefreshLoyalty } from "../../data/use-refresh"
import { failureKindOf, isWorthRetrying } from "../../lib/failures"
import { failureText } from "../../lib/phrases"
import type { LoyaltyQuote } from "../../types"
import type { Notice } from "./notice"
import type { CartSync } from "./use-cart-sync"

/** The message for a failed action; `quote` is the one it refers to. */
export type Failure = {
  notice: Notice
  quote: LoyaltyQuote | undefined
  isWorthRetrying: boolean
}

/**
 * Turns a failed action into a message for the shopper. If the store refused, something has changed
 * since the quote: the quote, the account and the cart are reloaded before the message says what.
 */
export function useFailure(
  { quote }: Pick<LoyaltyQuoteState, "quote">,
  sync: CartSync["sync"]
): (error: unknown) => Promise<Failure> {
  const refreshAll = useRefreshLoyalty()

  const explainRefusal = async (): Promise<Failure> => {
    const fresh = await sync().catch(() => undefined)
    await refreshAll()
    const hasFewerPoints = fresh && quote && fresh.available < quote.available
    const key = hasFewerPoints ? "failUsedElsewhere" : "failChanged"
    return {
      notice: { tone: "info", textIn: ({ texts }) => texts.say(key) },
      quote: fresh,
      isWorthRetrying: false,
    }
  }

  return async (error) => {
    const kind = failureKindOf(error)
    if (kind === "refused") {
      return explainRefusal()
    }
    if (kind === "gone") {
      await refreshAll()
    }
    return {
      notice: {
        tone: "error",
        textIn: ({ texts }) => failureText(error, texts),
        needsLogin: kind === "login",
      },
      quote,
      isWorthRetrying: isWorthRetrying(error),
    }
  }
}
