import { DAY_IN_MS } from "../shared/day"

/** Days in UTC that a period has when nobody says where it begins. */
const DEFAULT_DAYS = 30

/** Three years, one of them a leap year: a longer series is not read by anybody. */
export const MAX_PERIOD_DAYS = 1096

/** From a moment until right before another. */
export type Period = { from: Date; to: Date }

/**
 * The period asked for. Without `to` it lasts until the end of today, without `from` it has 30 days,
 * the one that it ends on included; days are those of UTC.
 */
export function periodOf(asked: { from?: Date; to?: Date }, now: Date): Period {
  const to = asked.to ?? startOfDay(now, 1)
  const lastMoment = new Date(to.getTime() - 1)
  return { from: asked.from ?? startOfDay(lastMoment, 1 - DEFAULT_DAYS), to }
}

/** Why a period cannot be reported on, in words that follow the parameter's name; null if it can. */
export function problemOf({ from, to }: Period): string | null {
  if (from >= to) {
    return `expected a moment before the end of the period, ${to.toISOString()}`
  }
  if (to.getTime() - from.getTime() > MAX_PERIOD_DAYS * DAY_IN_MS) {
    return `expected at most ${MAX_PERIOD_DAYS} days before the end of the period, ${to.toISOString()}`
  }
  return null
}

/** Every day in UTC that a period touches, oldest first, as `YYYY-MM-DD`. */
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
