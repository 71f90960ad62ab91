/** A day that comes every year: "12-31". February has 29 days here. */
export type DayOfYear = { month: number; day: number }

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Two digits each: how days of the year are stored. */
export const DAY_OF_YEAR_PATTERN = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

/** Parses "MM-DD"; null if it is not a day of any year. */
export function readDayOfYear(text: string): DayOfYear | null {
  if (!new RegExp(DAY_OF_YEAR_PATTERN).test(text)) {
    return null
  }
  const [month = 0, day = 0] = text.split("-").map(Number)
  return day <= daysOfMonth(month) ? { month, day } : null
}

export function writeDayOfYear({ month, day }: DayOfYear): string {
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

/** The most days that a month (1–12) can have. */
export function daysOfMonth(month: number): number {
  return DAYS_OF_MONTHS[month - 1] ?? 0
}
