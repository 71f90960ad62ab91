import { z } from "@medusajs/framework/zod"

import { messageSettings } from "../messages/options"

/** Ten years. */
const MOST_DAYS = 3650

/** Reminders of expiring points. */
const remindersSchema = z.strictObject({
  /** Days before expiry at which customers are reminded, once each; none: no reminders. */
  days: z
    .array(z.number().int().min(1).max(MOST_DAYS))
    .refine((days) => new Set(days).size === days.length, "must not name a number of days twice")
    .default([30, 7]),
  ...messageSettings("loyalty-points-expiring"),
})

export const reminderOptions = {
  /** How customers are reminded of expiring points. */
  reminders: remindersSchema.prefault({}),
}
