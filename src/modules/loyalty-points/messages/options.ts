import { z } from "@medusajs/framework/zod"

import { messageLanguage } from "../../../domain/messages/language"

/** How messages of a kind are sent, per its capability's options. */
export type MessageSettings = { channel: string | null; template: string; locale: string }

/** The options of every kind of message, with its own default template. */
export const messageSettings = (template: string) => ({
  /** The channel of Medusa's Notification module; null: the event only. */
  channel: z.string().min(1).nullable().default("email"),
  /** The template's name, for notification providers with their own templates. */
  template: z.string().min(1).default(template),
  /** For customers whose last order with a locale is in neither English nor Polish. */
  locale: z
    .string()
    .refine(
      (locale) => messageLanguage(locale) !== null,
      'must be a language tag of English or Polish, such as "en", "en-GB" or "pl"'
    )
    .default("en"),
})
