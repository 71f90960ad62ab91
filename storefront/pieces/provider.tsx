import { type ReactNode, useMemo, useState } from "react"
import { LoyaltyContext } from "./context"
import { useUpkeep } from "./data/use-upkeep"
import { formatsOf } from "./lib/formats"
import { createInTurn } from "./lib/in-turn"
import { Resources } from "./lib/resources"
import { languageOf, textsOf } from "./lib/texts"
import type { Messages } from "./messages/messages"
import type { LoyaltySdk } from "./types"

export interface LoyaltyProviderProps {
  /** The shop's `@medusajs/js-sdk` instance. Only its `client.fetch` is used. */
  sdk: LoyaltySdk
  /** The logged-in customer; null for a guest. A change discards the former customer's data. */
  customerId: string | null
  /** BCP 47, e.g. `pl-PL`. Texts are Polish for `pl`, English otherwise; formats follow the locale. */
  locale: string
  /** Texts to use instead of the built-in ones. */
  messages?: Partial<Messages>
  children?: ReactNode
}

/**
 * Connects the pieces to the store. Put it once around the shop.
 *
 * @example
 * <LoyaltyProvider sdk={sdk} customerId={customer?.id ?? null} locale="pl-PL">
 *   <Shop />
 * </LoyaltyProvider>
 */
export function LoyaltyProvider(props: LoyaltyProviderProps) {
  const { sdk, customerId, locale, messages, children } = props
  const [resources] = useState(() => new Resources())
  useUpkeep(resources, customerId)
  const [inTurn] = useState(createInTurn)
  const value = useMemo(
    () => ({
      sdk,
      customerId,
      resources,
      inTurn,
      texts: textsOf(locale, messages),
      formats: formatsOf(locale),
      language: languageOf(locale),
    }),
    [sdk, customerId, resources, inTurn, locale, messages]
  )
  return <LoyaltyContext.Provider value={value}>{children}</LoyaltyContext.Provider>
}
