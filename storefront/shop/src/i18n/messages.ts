/** The languages of the shop. */
export const LANGUAGES = ["en", "pl"] as const
export type Language = (typeof LANGUAGES)[number]

/** The locale for numbers, money and dates in each language. */
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
/** Values to insert into a text; numbers are formatted for the language. */
export type Values = Record<string, string | number>
/** The texts of one part of the shop in every language, under the same keys. */
export type Texts<Key extends string> = Record<Language, Record<Key, Message>>

/** Declares the texts of one part of the shop; a missing key in a language does not compile. */
export function texts<Entries extends Record<string, Message>>(entries: {
  en: Entries
  pl: { [Key in keyof Entries]: Message }
}): Texts<Extract<keyof Entries, string>> {
  return entries
}

/** A text with its values, in the plural form for `count`. */
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
