import { type MessageLanguage, messageLanguage, type Translated } from "../messages/language"

/** The wallet that orders earn into and that carts and draft orders are paid from. */
export const POINTS_WALLET = "points"

/** The plural forms of a whole number, in the order of a unit's words. */
const PLURAL_FORMS: Translated<readonly string[]> = {
  en: ["one", "other"],
  pl: ["one", "few", "many"],
}

/** How many words a unit needs in a language: two in English, three in Polish. */
export const formsOf = (language: MessageLanguage): number => PLURAL_FORMS[language].length

/** A wallet's name and words. */
export type WalletWords = {
  /** "Stars" */
  name: Translated<string>
  /** The words for its unit by plural form: ["star", "stars"], ["gwiazdka", "gwiazdki", "gwiazdek"]. */
  unit: Translated<string[]>
}

/** The default words of the wallet `points`. */
export const POINTS_WORDS: WalletWords = {
  name: { en: "Points", pl: "Punkty" },
  unit: { en: ["point", "points"], pl: ["punkt", "punkty", "punktów"] },
}

/** A wallet's code, such as `stars`, with its words. */
export type Wallet = WalletWords & { code: string }

/** The wallets of a store, `points` first. */
export function walletsOf(declared: Readonly<Record<string, WalletWords>>): Wallet[] {
  const { [POINTS_WALLET]: points = POINTS_WORDS, ...others } = declared
  return [
    { code: POINTS_WALLET, ...points },
    ...Object.entries(others).map(([code, words]) => ({ code, ...words })),
  ]
}

/** The word for a whole number of a wallet's unit; other languages get English. */
export function unitFor(
  { unit }: Pick<WalletWords, "unit">,
  count: number,
  locale: string
): string {
  const language = messageLanguage(locale) ?? "en"
  const place = PLURAL_FORMS[language].indexOf(
    new Intl.PluralRules(language).select(Math.abs(count))
  )
  return unit[language].at(place) ?? ""
}

/** "1,200 stars": a number of a wallet's unit, formatted for a locale. */
export function countOf(wallet: Pick<WalletWords, "unit">, count: number, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${unitFor(wallet, count, locale)}`
}

/** The plural of a unit without a number: "stars", in Polish in the accusative. */
export const pluralOf = (unit: WalletWords["unit"], locale: string): string =>
  unit[messageLanguage(locale) ?? "en"][1] ?? ""
