import { DAY_IN_MS } from "./day"

const SECOND_IN_MS = 1000

/** Whether a name is a time zone of the IANA database, such as "Europe/Warsaw" or "UTC". */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) {
    return false
  }
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * The same local time in a zone, `days` calendar days later. A time that does not exist on that day,
 * because clocks skip it, is moved later by the size of the skip; of a time that occurs twice, the
 * first is used. In UTC a day is 24 hours.
 */
export function addDays(from: Date, days: number, timeZone: string): Date {
  if (days === 0) {
    return new Date(from)
  }
  const clock = from.getTime() + offsetAt(from.getTime(), timeZone)
  return new Date(momentsOf(clock + days * DAY_IN_MS, timeZone)[0])
}

/** The first moment of the zone's day after that of `at`. Always later than `at`. */
export function startOfNextDay(at: Date, timeZone: string): Date {
  const clock = at.getTime() + offsetAt(at.getTime(), timeZone)
  const midnight = (Math.floor(clock / DAY_IN_MS) + 1) * DAY_IN_MS
  const [first, last] = momentsOf(midnight, timeZone)
  return new Date(first > at.getTime() ? first : last)
}

/** A day of the calendar; months are 1 to 12. */
export type CalendarDay = { year: number; month: number; day: number }

/** A zone's calendar day at a moment. */
export function dayAt(at: Date, timeZone: string): CalendarDay {
  const clock = new Date(at.getTime() + offsetAt(at.getTime(), timeZone))
  return { year: clock.getUTCFullYear(), month: clock.getUTCMonth() + 1, day: clock.getUTCDate() }
}

/** The first moment after a day in a zone. */
export function endOfDay({ year, month, day }: CalendarDay, timeZone: string): Date {
  const [noon] = momentsOf(Date.UTC(year, month - 1, day, 12), timeZone)
  return startOfNextDay(new Date(noon), timeZone)
}

/**
 * When a zone's clocks show a time: the first and the last moment, usually the same. `clock` is that
 * time read as if it were UTC. A skipped time is read by the offset before the change.
 */
function momentsOf(clock: number, timeZone: string): [first: number, last: number] {
  const before = clock - offsetAt(clock - DAY_IN_MS, timeZone)
  const after = clock - offsetAt(clock + DAY_IN_MS, timeZone)
  const fitting = [before, after].filter((at) => at + offsetAt(at, timeZone) === clock)
  return fitting.length > 0 ? [Math.min(...fitting), Math.max(...fitting)] : [before, before]
}

/** By how many milliseconds a zone is ahead of UTC at a moment. */
function offsetAt(at: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  const clock = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second")
  )
  return clock - Math.floor(at / SECOND_IN_MS) * SECOND_IN_MS
}

/** Formatters are slow to create; a store has one zone. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) {
    return known
  }
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  })
  formatters.set(timeZone, formatter)
  return formatter
}
