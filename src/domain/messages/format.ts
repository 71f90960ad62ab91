import type { Currency } from "../shared/currency"
import { decimal, toNumber } from "../shared/decimal"

/** How numbers and days are written for the reader of a message. */
export type Reader = {
  /** BCP 47. Words are English unless its language is Polish; numbers and dates follow it. */
  locale: string
  /** Where days begin and end, e.g. `Europe/Warsaw`. */
  timeZone: string
}

/** A sentence for each plural form that the language needs, chosen by `{count}`. */
export type PluralText = { other: string } & Partial<Record<"one" | "few" | "many", string>>

/** Formatters for numbers, days and money for a reader. */
export function formatsFor({ locale, timeZone }: Reader) {
  const number = new Intl.NumberFormat(locale)
  const plural = new Intl.PluralRules(locale)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone })
  return {
    /** The last day before a moment: what lives to the end of a day ends when the next one begins. */
    lastDay: (end: Date) => day.format(new Date(end.getTime() - 1)),
    money: (amount: string, currency: Currency) => formatMoney(amount, currency, locale),
    count(text: PluralText, count: number, words: Record<string, string> = {}): string {
      const forms: Partial<Record<Intl.LDMLPluralRule, string>> = text
      const form = forms[plural.select(count)] ?? text.other
      return fill(form, { count: number.format(count), ...words })
    },
  }
}

/** Amounts of money fit a JS number with the decimals of their currency, so none are lost. */
function formatMoney(amount: string, { code, decimal_digits }: Currency, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: code,
    minimumFractionDigits: decimal_digits,
    maximumFractionDigits: decimal_digits,
  }).format(toNumber(decimal(amount)))
}

/** Replaces names in braces with words; a name without a word stays. */
export function fill(text: string, words: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, word: string) => words[word] ?? placeholder)
}
