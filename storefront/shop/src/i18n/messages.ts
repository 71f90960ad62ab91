/** The languages of the shop. */
export const LANGUAGES = ["en", "pl"] as const
export type Language = (typeof LANGUAGES)[number]

/** How each language writes numbers, money and dates. */
export const LOCALES: Record<Language, string> = { en: "en-GB", pl: "pl-PL" }

/** A text whose form depends on the number `count`. */
export interface Plural {
  one: string
  few?: string
  many?: string
  other: string
}

/** A text with `{name}` where a value goes. */
export type Message = string | Plural
/** What goes into a text; numbers are written as the language writes them. */
export type Values = Record<string, string | number>
/** The texts of one part of the shop in every language, under the same keys. */
export type Texts<Key extends string> = Record<Language, Record<Key, Message>>

/** Declares the texts of one part of the shop; a key that a language lacks does not compile. */
export function texts<Entries extends Record<string, Message>>(entries: {
  en: Entries
  pl: { [Key in keyof Entries]: Message }
}): Texts<Extract<keyof Entries, string>> {
  return entries
}

/** A text with its values, in the plural form that `count` asks for. */
export function fill(message: Message, values: Values, language: Language): string {
  const locale = LOCALES[language]
  const text = typeof message === "string" ? message : pluralForm(message, values, locale)
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name]
    if (value === undefined) {
      return placeholder
    }
    return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value
  })
}

function pluralForm(message: Plural, { count }: Values, locale: string): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { ...message }
  return forms[new Intl.PluralRules(locale).select(Number(count))] ?? message.other
}
