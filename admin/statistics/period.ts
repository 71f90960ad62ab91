/** The periods to choose from; the first is the default. */
export const PERIODS = ["30d", "7d", "90d", "12m"] as const
export type Period = (typeof PERIODS)[number]

/** The order in which they are offered. */
export const OFFERED_PERIODS: readonly Period[] = ["7d", "30d", "90d", "12m"]

const DAYS: Record<Exclude<Period, "12m">, number> = { "7d": 7, "30d": 30, "90d": 90 }

const LENGTH_OF_DAY = "YYYY-MM-DD".length
const LENGTH_OF_MONTH = "YYYY-MM".length

/** First and last day, both inclusive, as `YYYY-MM-DD` in UTC, as the server counts days. */
export type Range = { from: string; to: string }

/** Reads a period from the page's address. */
export function readPeriod(text: string | null): Period {
  return PERIODS.find((period) => period === text) ?? PERIODS[0]
}

/** The days of a period that ends today; 12 months begin on the first day of a month. */
export function rangeOf(period: Period, now: Date): Range {
  const from =
    period === "12m"
      ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1)
      : Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - DAYS[period] + 1)
  return { from: dayOf(new Date(from)), to: dayOf(now) }
}

const dayOf = (time: Date): string => time.toISOString().slice(0, LENGTH_OF_DAY)

/** Points issued, used and expired, all as positive numbers. */
export type Flow = { issued: number; redeemed: number; expired: number }

/** What happened on a day or in a month; `date` is its first day in the series. */
export type Bucket = Flow & { date: string }

/** A series by day as the chart shows it: by month for 12 months. */
export function bucketsOf(series: readonly Bucket[], period: Period): Bucket[] {
  return period === "12m" ? byMonth(series) : [...series]
}

function byMonth(series: readonly Bucket[]): Bucket[] {
  const months = new Map<string, Bucket>()
  for (const day of series) {
    const month = day.date.slice(0, LENGTH_OF_MONTH)
    const sum = months.get(month)
    months.set(month, sum ? { ...plus(sum, day), date: sum.date } : day)
  }
  return [...months.values()]
}

const plus = (one: Flow, other: Flow): Flow => ({
  issued: one.issued + other.issued,
  redeemed: one.redeemed + other.redeemed,
  expired: one.expired + other.expired,
})

/** Whether nothing moved at all. */
export const isStill = (buckets: readonly Flow[]): boolean =>
  buckets.every(({ issued, redeemed, expired }) => !issued && !redeemed && !expired)
