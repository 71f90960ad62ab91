import { useQuery } from "@tanstack/react-query"
import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { messageLanguage } from "../../src/domain/messages/language"
import { countOf, POINTS_WALLET } from "../../src/domain/wallets/words"
import type { HttpLoyaltyWallet, Listed } from "../../src/types/http"
import { NAMESPACE } from "../shared/locale"
import { sdk } from "../shared/sdk"

type WalletList = Listed<"loyalty_wallets", HttpLoyaltyWallet>

/** More wallets than any store declares. */
const ALL = 100

/**
 * The store's wallets, named in the dashboard's language; empty if there is only one, since nothing
 * then needs to distinguish them. They change only when the store restarts, so they are read once.
 */
export function useWallets(): { code: string; name: string }[] {
  const wallets = useDeclared()
  const language = useLanguage()
  return useMemo(
    () =>
      wallets.length > 1
        ? wallets.map(({ code, name }) => ({ code, name: name[messageLanguage(language) ?? "en"] }))
        : [],
    [wallets, language]
  )
}

/** A wallet's name; null if it is the only one, the code if it is not declared. */
export function useWalletName(code: string): string | null {
  const wallets = useWallets()
  return wallets.length > 0 ? (wallets.find((wallet) => wallet.code === code)?.name ?? code) : null
}

/** Formats a number with a wallet's unit: "1,200 stars". */
export function useCount(code: string): (count: number) => string {
  const wallets = useDeclared()
  const language = useLanguage()
  const { t } = useTranslation(NAMESPACE)
  return useCallback(
    (count: number) => {
      const wallet = wallets.find((declared) => declared.code === code)
      return wallet ? countOf(wallet, count, language) : t("points", { count })
    },
    [wallets, code, language, t]
  )
}

/** Whether programs say what a wallet's points are worth in money. */
export const hasWorth = (code: string): boolean => code === POINTS_WALLET

const NONE: HttpLoyaltyWallet[] = []

function useDeclared(): HttpLoyaltyWallet[] {
  const { data } = useQuery({
    queryKey: ["loyalty-wallets"],
    queryFn: () =>
      sdk.client.fetch<WalletList>("/admin/loyalty/wallets", { query: { limit: ALL } }),
    staleTime: Infinity,
  })
  return data?.loyalty_wallets ?? NONE
}

function useLanguage(): string {
  const { i18n } = useTranslation(NAMESPACE)
  return i18n.resolvedLanguage ?? i18n.language
}
