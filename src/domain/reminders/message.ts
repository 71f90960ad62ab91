import type { Currency } from "../shared/currency"
import { decimal, toNumber } from "../shared/decimal"
import { daysUntil } from "./due"
import { type PluralText, reminderLanguage, reminderTexts } from "./texts"
import { type ValuingProgram, type Worth, worthOfLots } from "./worth"

/** Points and the moment they expire at. */
export type Expiring = { points: number; expires_at: Date }

/** What a customer is to be told. */
export type Reminder = {
  /** First name; null when the store does not know it. */
  name: string | null
  points: number
  /** null: less than the smallest coin, or no program says. */
  worth: Worth | null
  /** Soonest first, at least one. */
  expiring: readonly [Expiring, ...Expiring[]]
  /** Days until the first of them expires. */
  days: number
}

/** Lots of one customer, soonest first, at least one. */
export type ExpiringLots = readonly [RemindedLot, ...RemindedLot[]]
type RemindedLot = Expiring & { program_id: string | null }

/** What is to be said of lots. `programs`: those switched on, in the order in which they count. */
export function reminderOf(
  lots: ExpiringLots,
  name: string | null,
  programs: readonly ValuingProgram[],
  now: Date
): Reminder {
  const [first, ...rest] = lots
  return {
    name,
    points: lots.reduce((sum, { points }) => sum + points, 0),
    worth: worthOfLots(lots, programs),
    expiring: [expiringOf(first), ...rest.map(expiringOf)],
    days: daysUntil(first.expires_at, now),
  }
}

const expiringOf = ({ points, expires_at }: Expiring): Expiring => ({ points, expires_at })

/** How the reader writes numbers and days. */
export type Reader = {
  /** BCP 47. Words are English unless its language is Polish; numbers and dates follow it. */
  locale: string
  /** In which days begin and end, e.g. `Europe/Warsaw`. */
  timeZone: string
}

/** A reminder that any e-mail provider can send as it is. */
export type ReminderMessage = { subject: string; text: string; html: string }

/** Writes a reminder for its reader. What customers typed is escaped in `html`. */
export function composeReminder(reminder: Reminder, reader: Reader): ReminderMessage {
  const { headline, lines, hello, notes, why } = wordsFor(reminder, reader)
  const list = lines.map((line) => `- ${line}`).join("\n")
  const paragraphs = [hello, `${headline}.`, list, notes, why].filter((part) => part !== "")
  return { subject: headline, text: paragraphs.join("\n\n"), html: toHtml(reminder, reader) }
}

function toHtml(reminder: Reminder, reader: Reader): string {
  const { headline, lines, hello, notes, why } = wordsFor(reminder, reader)
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")
  return [
    `<html lang="${reminderLanguage(reader.locale) ?? "en"}"><body>`,
    `<p>${escapeHtml(hello)}</p>`,
    `<p><strong>${escapeHtml(headline)}.</strong></p>`,
    items && `<ul>${items}</ul>`,
    `<p>${escapeHtml(notes)}</p>`,
    `<p><small>${escapeHtml(why)}</small></p>`,
    `</body></html>`,
  ].join("")
}

function wordsFor({ name, points, worth, expiring, days }: Reminder, reader: Reader) {
  const texts = reminderTexts(reminderLanguage(reader.locale) ?? "en")
  const { count, date, money } = formatsFor(reader)
  const byDay = groupByDay(expiring, date)
  const first = date(expiring[0].expires_at)
  const notes = [
    worth ? fill(texts.worth, { money: money(worth.amount, worth.currency) }) : "",
    count(texts.left, days),
  ]
  return {
    headline: count(byDay.size > 1 ? texts.expireSoon : texts.expireOn, points, { date: first }),
    lines:
      byDay.size > 1 ? [...byDay].map(([day, sum]) => count(texts.onDay, sum, { date: day })) : [],
    hello: name ? fill(texts.helloName, { name }) : texts.hello,
    notes: notes.filter((note) => note !== "").join(" "),
    why: texts.why,
  }
}

/** Points by the day they expire on, as the reader writes it, soonest first. */
function groupByDay(expiring: readonly Expiring[], date: (moment: Date) => string) {
  const days = new Map<string, number>()
  for (const { points, expires_at } of expiring) {
    const day = date(expires_at)
    days.set(day, (days.get(day) ?? 0) + points)
  }
  return days
}

function formatsFor({ locale, timeZone }: Reader) {
  const number = new Intl.NumberFormat(locale)
  const plural = new Intl.PluralRules(locale)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone })
  return {
    // Points that live to the end of a day expire as the next one begins.
    date: (expiry: Date) => day.format(new Date(expiry.getTime() - 1)),
    money: (amount: string, currency: Currency) => formatMoney(amount, currency, locale),
    count(text: PluralText, count: number, words: Record<string, string> = {}): string {
      const forms: Partial<Record<Intl.LDMLPluralRule, string>> = text
      const form = forms[plural.select(count)] ?? text.other
      return fill(form, { count: number.format(count), ...words })
    },
  }
}

/** Amounts of money fit a JS number with the decimals of their currency, so none are lost. */
function formatMoney(amount: string, { code, decimal_digits }: Currency, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: code,
    minimumFractionDigits: decimal_digits,
    maximumFractionDigits: decimal_digits,
  }).format(toNumber(decimal(amount)))
}

function fill(text: string, words: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, word: string) => words[word] ?? placeholder)
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
