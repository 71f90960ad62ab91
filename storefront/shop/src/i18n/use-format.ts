import { useBackend } from "../app/backend"
import { useLanguage } from "./language"

/** Formats amounts and dates in the shopper's language; amounts are in major units. */
export function useFormat() {
  const { locale } = useLanguage()
  const { config } = useBackend()
  return {
    money: (amount: number, currency = config.currency_code) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount),
    date: (iso: string | Date) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(iso)),
    country: (code: string) =>
      new Intl.DisplayNames(locale, { type: "region" }).of(code.toUpperCase()) ?? code,
  }
}
