import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { messageLanguage } from "../../domain/messages/language"
import type { TakenMessage } from "../../modules/loyalty-points/messages/types"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import type { MessageKind } from "./message-kind"
import type { KeyedNotification } from "./notification"
import { findLocale, type Recipient } from "./recipients"

/** A message with its recipient and current content. */
export type Message<Content> = { taken: TakenMessage; recipient: Recipient; content: Content }

/** The key under which Medusa sends a message once; a new one after each definite failure. */
export const deliveryKey = ({ kind, subject_id, attempts }: TakenMessage): string =>
  `loyalty-points-${kind}:${subject_id}:${attempts}`

/** Emits a message's event. */
export async function announce<Content>(
  container: MedusaContainer,
  { event, facts }: MessageKind<Content>,
  { taken, content }: Message<Content>
): Promise<void> {
  await container.resolve(Modules.EVENT_BUS).emit({
    name: event.name,
    data: {
      id: taken.account_id,
      customer_id: taken.customer_id,
      [event.subject]: taken.subject_id,
      ...facts(content),
    },
  })
}

/** A message for Medusa's Notification module, in its recipient's language. */
export async function notificationOf<Content>(
  container: MedusaContainer,
  kind: MessageKind<Content>,
  { taken, recipient, content }: Message<Content>,
  channel: string
): Promise<KeyedNotification> {
  const { options } = resolveLoyaltyPoints(container)
  const settings = kind.settings(options)
  const spoken = await findLocale(container, taken.customer_id)
  const locale = spoken && messageLanguage(spoken) ? spoken : settings.locale
  return {
    to: recipient.email,
    channel,
    template: settings.template,
    content: kind.compose(content, { locale, timeZone: options.timeZone }),
    data: {
      customer_id: recipient.id,
      first_name: recipient.first_name,
      last_name: recipient.last_name,
      ...kind.facts(content),
      locale: spoken ?? settings.locale,
    },
    trigger_type: kind.event.name,
    resource_type: "loyalty_account",
    resource_id: taken.account_id,
    receiver_id: recipient.id,
    idempotency_key: deliveryKey(taken),
  }
}
