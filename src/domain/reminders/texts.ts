import type { PluralText } from "../messages/format"
import type { Translated } from "../messages/language"

/** The texts of a reminder; words in braces are filled in, formatted for the reader's locale. */
export interface ReminderTexts {
  /** All points expire on one day. `{count}`, `{unit}`, `{date}` */
  expireOn: PluralText
  /** They expire on several days. `{count}`, `{unit}`, `{date}` of the first */
  expireSoon: PluralText
  /** One of several days. `{count}`, `{unit}`, `{date}` */
  onDay: PluralText
  /** `{money}` */
  worth: string
  /** Days until the first of them expires. `{count}` */
  left: PluralText
  /** `{units}`: what the customer collects, in the plural */
  why: string
}

export const REMINDER_TEXTS: Translated<ReminderTexts> = {
  en: {
    expireOn: {
      one: "{count} {unit} expires on {date}",
      other: "{count} {unit} expire on {date}",
    },
    expireSoon: { other: "{count} {unit} expire soon, the first on {date}" },
    onDay: { other: "{date}: {count} {unit}" },
    worth: "Value: {money}.",
    left: { one: "There is {count} day left.", other: "There are {count} days left." },
    why: "You get this message because you collect {units} with us. You can turn reminders off in your account.",
  },
  pl: {
    expireOn: {
      one: "{count} {unit} wygasa {date}",
      few: "{count} {unit} wygasają {date}",
      many: "{count} {unit} wygasa {date}",
      other: "{count} {unit} wygasa {date}",
    },
    expireSoon: {
      few: "{count} {unit} wkrótce wygasają, pierwsze {date}",
      many: "{count} {unit} wkrótce wygasa, pierwsze {date}",
      other: "{count} {unit} wkrótce wygasa, pierwsze {date}",
    },
    onDay: { other: "{date}: {count} {unit}" },
    worth: "Wartość: {money}.",
    left: {
      one: "Został {count} dzień.",
      few: "Zostały {count} dni.",
      many: "Zostało {count} dni.",
      other: "Zostało {count} dnia.",
    },
    why: "Otrzymujesz tę wiadomość, ponieważ zbierasz u nas {units}. Przypomnienia możesz wyłączyć na swoim koncie.",
  },
}
