import { readDayOfYear } from "../../src/domain/fields/day-of-year"

/** A leap year: it has every day. */
const SOME_YEAR = 2024

/** "December 31" in English, "31 grudnia" in Polish, of "12-31". */
export function dayInWords(text: string, language: string): string {
  const found = readDayOfYear(text)
  return found ? format(found.month, found.day, language, { day: "numeric", month: "long" }) : text
}

/** "December", of 12. */
export function monthInWords(month: number, language: string): string {
  return format(month, 1, language, { month: "long" })
}

function format(
  month: number,
  day: number,
  language: string,
  options: Intl.DateTimeFormatOptions
): string {
  const date = new Date(Date.UTC(SOME_YEAR, month - 1, day))
  return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(date)
}
