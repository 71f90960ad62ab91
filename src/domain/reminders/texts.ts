import type { PluralText } from "../messages/format"
import type { Translated } from "../messages/language"

/** The texts of a reminder; words in braces are filled in, formatted for the reader's locale. */
export interface ReminderTexts {
  /** All points expire on one day. `{count}`, `{date}` */
  expireOn: PluralText
  /** They expire on several days. `{count}`, `{date}` of the first */
  expireSoon: PluralText
  /** One of several days. `{count}`, `{date}` */
  onDay: PluralText
  /** `{money}` */
  worth: string
  /** Days until the first of them expires. `{count}` */
  left: PluralText
  why: string
}

export const REMINDER_TEXTS: Translated<ReminderTexts> = {
  en: {
    expireOn: {
      one: "{count} point expires on {date}",
      other: "{count} points expire on {date}",
    },
    expireSoon: { other: "{count} points expire soon, the first on {date}" },
    onDay: { one: "{date}: {count} point", other: "{date}: {count} points" },
    worth: "Value: {money}.",
    left: { one: "There is {count} day left.", other: "There are {count} days left." },
    why: "You get this message because you collect points with us. You can turn reminders off in your account.",
  },
  pl: {
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
    worth: "Wartość: {money}.",
    left: {
      one: "Został {count} dzień.",
      few: "Zostały {count} dni.",
      many: "Zostało {count} dni.",
      other: "Zostało {count} dnia.",
    },
    why: "Otrzymujesz tę wiadomość, ponieważ zbierasz u nas punkty. Przypomnienia możesz wyłączyć na swoim koncie.",
  },
}
