import type { HttpLoyaltyAccount } from "../../src/types/http"
import { useFormats, useText } from "../shared/locale"
import { hasWorth } from "../wallets/wallets"
import { useWorth } from "./programs"
import { useMoneyChoices } from "./use-money-choices"

/** A number with its label and further details, line by line. */
export type Figure = { name: string; value: string; notes?: string[] }

/** An account's figures, in the words and formats of the dashboard's language. */
export function useFigures(account: HttpLoyaltyAccount): Figure[] {
  const t = useText()
  const { number, lastDay } = useFormats()
  const moneyChoices = useMoneyChoices()
  const worth = useWorth(account.balance)
  const choices = hasWorth(account.wallet) ? worth : []
  const [next] = account.expiring
  return [
    {
      name: t("account.figures.balance"),
      value: number(account.balance),
      notes: account.balance < 0 ? [t("account.figures.debt")] : moneyChoices(choices),
    },
    { name: t("account.figures.available"), value: number(account.available) },
    { name: t("account.figures.held"), value: number(account.held) },
    { name: t("account.figures.pending"), value: number(account.pending) },
    {
      name: t("account.figures.expiring"),
      value: next ? number(next.points) : "–",
      notes: [
        ...(next ? [t("account.figures.expiringOn", { date: lastDay(next.expires_at) })] : []),
        ...(account.expiry_reminders ? [] : [t("account.figures.remindersOff")]),
      ],
    },
    { name: t("account.figures.earned"), value: number(account.lifetime_earned) },
    { name: t("account.figures.redeemed"), value: number(account.lifetime_redeemed) },
  ]
}
