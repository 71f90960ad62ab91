import { DAY_IN_MS } from "../shared/day"

/** The length of a period without a start, in UTC days. */
const DEFAULT_DAYS = 30

/** Three years, one of them a leap year: nobody reads a longer series. */
export const MAX_PERIOD_DAYS = 1096

/** From a moment until right before another. */
export type Period = { from: Date; to: Date }

/**
 * The requested period. Without `to` it lasts until the end of today; without `from` it has 30 days,
 * including the last. Days are UTC days.
 */
export function periodOf(asked: { from?: Date; to?: Date }, now: Date): Period {
  const to = asked.to ?? startOfDay(now, 1)
  const lastMoment = new Date(to.getTime() - 1)
  return { from: asked.from ?? startOfDay(lastMoment, 1 - DEFAULT_DAYS), to }
}

/** Why a period cannot be reported, worded to follow the parameter's name; null if it can. */
export function problemOf({ from, to }: Period): string | null {
  if (from >= to) {
    return `expected a moment before the end of the period, ${to.toISOString()}`
  }
  if (to.getTime() - from.getTime() > MAX_PERIOD_DAYS * DAY_IN_MS) {
    return `expected at most ${MAX_PERIOD_DAYS} days before the end of the period, ${to.toISOString()}`
  }
  return null
}

/** Every UTC day that overlaps a period, oldest first, as `YYYY-MM-DD`. */
export function daysOf({ from, to }: Period): string[] {
  const first = startOfDay(from).getTime()
  const count = Math.ceil((to.getTime() - first) / DAY_IN_MS)
  return Array.from({ length: count }, (_, index) => dayOf(new Date(first + index * DAY_IN_MS)))
}

/** The first moment of a day in UTC, `days` days later. */
export function startOfDay(moment: Date, days = 0): Date {
  const time = moment.getTime()
  return new Date(time - modulo(time, DAY_IN_MS) + days * DAY_IN_MS)
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, "YYYY-MM-DD".length)

/** Never negative, so that days before 1970 begin at midnight too. */
const modulo = (value: number, by: number): number => ((value % by) + by) % by
