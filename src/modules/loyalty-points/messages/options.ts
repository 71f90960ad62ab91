import { z } from "@medusajs/framework/zod"

import { messageLanguage } from "../../../domain/messages/language"

/** How messages of a kind are sent, as its capability's options say. */
export type MessageSettings = { channel: string | null; template: string; locale: string }

/** The options that each kind of message has, with its own name for the template. */
export const messageSettings = (template: string) => ({
  /** The channel of Medusa's Notification module; null: only the event tells. */
  channel: z.string().min(1).nullable().default("email"),
  /** The template's name at the notification provider, for one that has templates of its own. */
  template: z.string().min(1).default(template),
  /** Language of customers whose orders name none that messages speak: English or Polish. */
  locale: z
    .string()
    .refine(
      (locale) => messageLanguage(locale) !== null,
      'must be a language tag of English or Polish, such as "en", "en-GB" or "pl"'
    )
    .default("en"),
})
