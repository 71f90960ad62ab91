import { type MessageLanguage, messageLanguage, type Translated } from "../messages/language"

/** The wallet that orders earn into and that carts and draft orders are paid from. */
export const POINTS_WALLET = "points"

/** The plural forms of a whole number, in the order in which a unit's words stand. */
const PLURAL_FORMS: Translated<readonly string[]> = {
  en: ["one", "other"],
  pl: ["one", "few", "many"],
}

/** How many words a unit needs in a language: two in English, three in Polish. */
export const formsOf = (language: MessageLanguage): number => PLURAL_FORMS[language].length

/** A wallet as people read of it. */
export type WalletWords = {
  /** "Stars" */
  name: Translated<string>
  /** The words for its unit by plural form: ["star", "stars"], ["gwiazdka", "gwiazdki", "gwiazdek"]. */
  unit: Translated<string[]>
}

/** What the wallet of points is called unless a store says otherwise. */
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

/** The word for a whole number of a wallet's unit; a language without words of its own reads English. */
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

/** "1,200 stars": a number of a wallet's unit as the reader of a locale writes it. */
export function countOf(wallet: Pick<WalletWords, "unit">, count: number, locale: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${unitFor(wallet, count, locale)}`
}

/** The word for several of a unit without a number: "stars", and the same as an object in Polish. */
export const pluralOf = (unit: WalletWords["unit"], locale: string): string =>
  unit[messageLanguage(locale) ?? "en"][1] ?? ""
