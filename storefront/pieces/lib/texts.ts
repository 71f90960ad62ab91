import { en } from "../messages/en"
import type { Messages, PlainKey, PluralKey } from "../messages/messages"
import { pl } from "../messages/pl"

type Values = Record<string, string>

/** The texts of one language, with values filled in. */
export interface Texts {
  say(key: PlainKey, values?: Values): string
  /** A text in the plural form of `count`, which it also shows. */
  count(key: PluralKey, count: number, values?: Values): string
}

/** Polish for `pl` and its regions, English for everything else. */
export function languageOf(locale: string): "pl" | "en" {
  return /^pl\b/i.test(locale) ? "pl" : "en"
}

/**
 * The texts in the language of a locale.
 *
 * @param overrides texts to use instead of the built-in ones
 */
export function textsOf(locale: string, overrides: Partial<Messages> = {}): Texts {
  const language = languageOf(locale)
  const messages: Messages = { ...(language === "pl" ? pl : en), ...overrides }
  const forms = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(locale)
  return {
    say: (key, values) => fillIn(messages[key], values),
    count(key, count, values) {
      const message = messages[key]
      const sentence = message[forms.select(Math.abs(count))] ?? message.other
      return fillIn(sentence, { ...values, count: number.format(count) })
    },
  }
}

function fillIn(sentence: string, values: Values = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
