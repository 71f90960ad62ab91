/** The languages that messages are written in. */
export const MESSAGE_LANGUAGES = ["en", "pl"] as const

export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number]

/** One message's texts in every language. */
export type Translated<Texts> = Record<MessageLanguage, Texts>

/** The language of a BCP 47 tag; null if it is not a valid tag or no message is written in it. */
export function messageLanguage(locale: string): MessageLanguage | null {
  try {
    const { language } = new Intl.Locale(locale)
    return MESSAGE_LANGUAGES.find((known) => known === language) ?? null
  } catch {
    return null
  }
}

/** The texts for a locale, falling back to English. */
export function textsFor<Texts>(texts: Translated<Texts>, locale: string): Texts {
  return texts[messageLanguage(locale) ?? "en"]
}
