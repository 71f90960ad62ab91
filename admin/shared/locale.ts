import { useMemo } from "react"
import { useTranslation } from "react-i18next"

/** The namespace of this plugin's texts in the dashboard's i18n. */
export const NAMESPACE = "loyaltyPoints"

/** Translates this plugin's texts. */
export function useText() {
  return useTranslation(NAMESPACE).t
}

/** Formats numbers, money and times in the dashboard's language. */
export interface Formats {
  /** A whole or decimal number: 15,000. */
  number(value: number): string
  /** A number of points with its sign: +15,000. */
  signed(value: number): string
  /** Money in major units: PLN 150.00. */
  money(amount: number, currencyCode: string): string
  /** A share from 0 to 1 as a percentage; a dash when there is none. */
  percent(share: number | null): string
  date(time: string | Date): string
  /** The last day before a moment: what lives to the end of a day ends as the next one begins. */
  lastDay(end: string | Date): string
  dateTime(time: string | Date): string
  /** A day of the calendar, `YYYY-MM-DD`, whatever the time zone of the browser. */
  day(date: string): string
  /** The month of such a day: Nov 2026. */
  month(date: string): string
}

/** The formats of the dashboard's language. */
export function useFormats(): Formats {
  const { i18n } = useTranslation(NAMESPACE)
  const language = i18n.resolvedLanguage ?? i18n.language
  return useMemo(() => formatsOf(language), [language])
}

/** The formats of a language. */
export function formatsOf(language: string): Formats {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 8 })
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" })
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" })
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" })
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" })
  const month = new Intl.DateTimeFormat(language, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  })
  return {
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    money: (amount, currencyCode) =>
      new Intl.NumberFormat(language, { style: "currency", currency: currencyCode }).format(amount),
    percent: (share) => (share === null ? "–" : percent.format(share)),
    date: (time) => date.format(new Date(time)),
    lastDay: (end) => date.format(new Date(end).getTime() - 1),
    dateTime: (time) => dateTime.format(new Date(time)),
    day: (date) => day.format(new Date(date)),
    month: (date) => month.format(new Date(date)),
  }
}
