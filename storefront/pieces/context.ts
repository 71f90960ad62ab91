import { createContext, useContext } from "react"
import type { Formats } from "./lib/formats"
import type { InTurn } from "./lib/in-turn"
import type { Resources } from "./lib/resources"
import type { Texts } from "./lib/texts"
import type { LoyaltySdk } from "./types"

/** What the provider passes to hooks and components. */
export interface LoyaltyContextValue {
  sdk: LoyaltySdk
  /** null: a guest. */
  customerId: string | null
  texts: Texts
  formats: Formats
  resources: Resources
  /** Sends cart changes one after the other, so that the last one wins. */
  inTurn: InTurn
  /** BCP 47, for the `lang` attribute of texts. */
  language: string
}

export const LoyaltyContext = createContext<LoyaltyContextValue | null>(null)

/** @throws Error outside of a `LoyaltyProvider` */
export function useLoyaltyContext(): LoyaltyContextValue {
  const context = useContext(LoyaltyContext)
  if (!context) {
    throw new Error("Loyalty hooks and components only work inside a <LoyaltyProvider>")
  }
  return context
}
