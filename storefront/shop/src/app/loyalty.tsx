import type { ReactNode } from "react"
import { LoyaltyProvider } from "../../../pieces"
import { useLanguage } from "../i18n/language"
import { useSession } from "../session/session"
import { useBackend } from "./backend"

/** Provides the loyalty pieces with the shopper, the store and the language. */
export function Loyalty({ children }: { children: ReactNode }) {
  const { sdk } = useBackend()
  const { customer } = useSession()
  const { locale } = useLanguage()
  return (
    <LoyaltyProvider sdk={sdk} customerId={customer?.id ?? null} locale={locale}>
      {children}
    </LoyaltyProvider>
  )
}
