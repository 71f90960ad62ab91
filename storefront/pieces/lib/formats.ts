import { digitsOf } from "../../../src/domain/shared/currency-digits"
import { type Exact, toNumber } from "./exact"

/** Formats numbers, money and dates for a locale. */
export interface Formats {
  number(value: number): string
  /** With its sign: +15,000. */
  signed(value: number): string
  /** Major units: PLN 150.00. */
  money(amount: Exact | number, currencyCode: string): string
  date(time: string): string
  /** The last day before a moment: what lives to the end of a day ends as the next one begins. */
  lastDay(end: string): string
}

export function formatsOf(locale: string): Formats {
  const number = new Intl.NumberFormat(locale)
  const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
  return {
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    money(amount, currencyCode) {
      const value = typeof amount === "number" ? amount : toNumber(amount)
      return moneyFormat(locale, currencyCode).format(value)
    },
    date: (time) => date.format(new Date(time)),
    lastDay: (end) => date.format(new Date(end).getTime() - 1),
  }
}

function moneyFormat(locale: string, currencyCode: string): Intl.NumberFormat {
  const digits = digitsOf(currencyCode)
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currencyCode,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}
