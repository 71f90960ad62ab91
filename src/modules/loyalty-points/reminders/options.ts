import { z } from "@medusajs/framework/zod"

import { reminderLanguage } from "../../../domain/reminders/texts"

/** Ten years. */
const MOST_DAYS = 3650

/** Reminders of points that will expire. */
const remindersSchema = z.strictObject({
  /** Days before expiry on which customers are reminded, each once; none: no reminders. */
  days: z
    .array(z.number().int().min(1).max(MOST_DAYS))
    .refine((days) => new Set(days).size === days.length, "must not name a number of days twice")
    .default([30, 7]),
  /** The channel of Medusa's Notification module; null: only the event tells of expiring points. */
  channel: z.string().min(1).nullable().default("email"),
  /** The template's name at the notification provider, for one that has templates of its own. */
  template: z.string().min(1).default("loyalty-points-expiring"),
  /** Language of customers whose orders name none that reminders speak: English or Polish. */
  locale: z
    .string()
    .refine(
      (locale) => reminderLanguage(locale) !== null,
      'must be a language tag of English or Polish, such as "en", "en-GB" or "pl"'
    )
    .default("en"),
})

export const reminderOptions = {
  /** How customers are reminded of points that will expire. */
  reminders: remindersSchema.prefault({}),
}
