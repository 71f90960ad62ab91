/** A sentence for each plural form of a language that it needs, chosen for `{count}`. */
export type PluralText = { other: string } & Partial<Record<"one" | "few" | "many", string>>

/** The texts of a reminder; words in braces are filled in, formatted for the reader's locale. */
export interface ReminderTexts {
  /** All points expire on one day. `{count}`, `{date}` */
  expireOn: PluralText
  /** They expire on several days. `{count}`, `{date}` of the first */
  expireSoon: PluralText
  /** One of several days. `{count}`, `{date}` */
  onDay: PluralText
  hello: string
  /** `{name}` */
  helloName: string
  /** `{money}` */
  worth: string
  /** Days until the first of them expires. `{count}` */
  left: PluralText
  why: string
}

const en: ReminderTexts = {
  expireOn: {
    one: "{count} point expires on {date}",
    other: "{count} points expire on {date}",
  },
  expireSoon: { other: "{count} points expire soon, the first on {date}" },
  onDay: { one: "{date}: {count} point", other: "{date}: {count} points" },
  hello: "Hello,",
  helloName: "Hello {name},",
  worth: "Value: {money}.",
  left: { one: "There is {count} day left.", other: "There are {count} days left." },
  why: "You get this message because you collect points with us. You can turn reminders off in your account.",
}

const pl: ReminderTexts = {
  expireOn: {
    one: "{count} punkt wygasa {date}",
    few: "{count} punkty wygasają {date}",
    many: "{count} punktów wygasa {date}",
    other: "{count} punktu wygasa {date}",
  },
  expireSoon: {
    few: "{count} punkty wkrótce wygasają, pierwsze {date}",
    many: "{count} punktów wkrótce wygasa, pierwsze {date}",
    other: "{count} punktu wkrótce wygasa, pierwsze {date}",
  },
  onDay: {
    one: "{date}: {count} punkt",
    few: "{date}: {count} punkty",
    many: "{date}: {count} punktów",
    other: "{date}: {count} punktu",
  },
  hello: "Dzień dobry!",
  helloName: "Dzień dobry, {name}!",
  worth: "Wartość: {money}.",
  left: {
    one: "Został {count} dzień.",
    few: "Zostały {count} dni.",
    many: "Zostało {count} dni.",
    other: "Zostało {count} dnia.",
  },
  why: "Otrzymujesz tę wiadomość, ponieważ zbierasz u nas punkty. Przypomnienia możesz wyłączyć na swoim koncie.",
}

const TEXTS = { en, pl } as const

/** A language that reminders are written in. */
export type ReminderLanguage = keyof typeof TEXTS

export const REMINDER_LANGUAGES = Object.keys(TEXTS) as ReminderLanguage[]

/** The language of a BCP 47 tag; null when it is no such tag or reminders do not speak it. */
export function reminderLanguage(locale: string): ReminderLanguage | null {
  try {
    const { language } = new Intl.Locale(locale)
    return REMINDER_LANGUAGES.find((known) => known === language) ?? null
  } catch {
    return null
  }
}

export function reminderTexts(language: ReminderLanguage): ReminderTexts {
  return TEXTS[language]
}
