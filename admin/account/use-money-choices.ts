import { useFormats, useText } from "../shared/locale"
import type { Money } from "./worth"

/** What points are worth, one line per currency: these are alternatives, not a sum. */
export function useMoneyChoices() {
  const t = useText()
  const { money } = useFormats()
  return (choices: readonly Money[]): string[] =>
    choices.map(({ value, currency_code }, place) => {
      const amount = money(value, currency_code)
      return place === 0 ? amount : t("account.figures.or", { amount })
    })
}
