import { fill, formatsFor, type Reader } from "../messages/format"
import { textsFor } from "../messages/language"
import { composeLetter, type Letter, type MessageText } from "../messages/letter"
import { pluralOf, unitFor, type Wallet } from "../wallets/words"
import { daysUntil } from "./due"
import { REMINDER_TEXTS } from "./texts"
import { type ValuingProgram, type Worth, worthOfLots } from "./worth"

/** Points and the moment they expire at. */
export type Expiring = { points: number; expires_at: Date }

/** What a reminder says to a customer. */
export type Reminder = {
  /** First name; null when the store does not know it. */
  name: string | null
  /** What kind of points they are. */
  wallet: Wallet
  points: number
  /** null: less than the smallest coin, or no program values them. */
  worth: Worth | null
  /** Soonest first, at least one. */
  expiring: readonly [Expiring, ...Expiring[]]
  /** Days until the first of them expires. */
  days: number
}

/** Lots of one customer, soonest first, at least one. */
export type ExpiringLots = readonly [RemindedLot, ...RemindedLot[]]
type RemindedLot = Expiring & { program_id: string | null }

/**
 * The reminder for lots of one wallet. `programs`: the enabled ones, in order of precedence; none for a
 * wallet whose points pay nothing.
 */
export function reminderOf(
  lots: ExpiringLots,
  {
    name,
    wallet,
    programs,
  }: Pick<Reminder, "name" | "wallet"> & { programs: readonly ValuingProgram[] },
  now: Date
): Reminder {
  const [first, ...rest] = lots
  return {
    name,
    wallet,
    points: lots.reduce((sum, { points }) => sum + points, 0),
    worth: worthOfLots(lots, programs),
    expiring: [expiringOf(first), ...rest.map(expiringOf)],
    days: daysUntil(first.expires_at, now),
  }
}

const expiringOf = ({ points, expires_at }: Expiring): Expiring => ({ points, expires_at })

/** Writes a reminder for its reader. */
export function composeReminder(reminder: Reminder, reader: Reader): MessageText {
  return composeLetter(letterOf(reminder, reader), reader.locale)
}

function letterOf(reminder: Reminder, reader: Reader): Letter {
  const { name, wallet, points, worth, expiring, days } = reminder
  const texts = textsFor(REMINDER_TEXTS, reader.locale)
  const { count, lastDay, money } = formatsFor(reader)
  const wordsOf = (sum: number, date: string) => ({
    unit: unitFor(wallet, sum, reader.locale),
    date,
  })
  const byDay = groupByDay(expiring, lastDay)
  const first = lastDay(expiring[0].expires_at)
  const notes = [
    worth ? fill(texts.worth, { money: money(worth.amount, worth.currency) }) : "",
    count(texts.left, days),
  ]
  return {
    name,
    headline: count(
      byDay.size > 1 ? texts.expireSoon : texts.expireOn,
      points,
      wordsOf(points, first)
    ),
    lines:
      byDay.size > 1
        ? [...byDay].map(([day, sum]) => count(texts.onDay, sum, wordsOf(sum, day)))
        : [],
    notes: notes.filter((note) => note !== "").join(" "),
    why: fill(texts.why, { units: pluralOf(wallet.unit, reader.locale) }),
  }
}

/** Points by expiry day, formatted for the reader, soonest first. */
function groupByDay(expiring: readonly Expiring[], date: (moment: Date) => string) {
  const days = new Map<string, number>()
  for (const { points, expires_at } of expiring) {
    const day = date(expires_at)
    days.set(day, (days.get(day) ?? 0) + points)
  }
  return days
}
