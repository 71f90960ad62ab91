import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { CreateNotificationDTO } from "@medusajs/framework/types"

import type { Delivery } from "../../domain/messages/sending"

/** A notification that Medusa sends once, however often it is requested under its key. */
export type KeyedNotification = CreateNotificationDTO & { idempotency_key: string }

type NotificationRow = { status: "pending" | "success" | "failure"; provider_id: string | null }

/**
 * Sends a notification once, whatever happens in between: only if a provider throws is it `failed`, and
 * may then be sent again under another key.
 *
 * @param about what the message is about, for the log
 * @throws if its outcome is unknown: it must then be requested again, under the same key
 */
export async function deliver(
  container: MedusaContainer,
  notification: KeyedNotification,
  about: string
): Promise<Delivery> {
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications(notification)
    return "sent"
  } catch (error) {
    const delivery = await findDelivery(container, notification.idempotency_key)
    if (delivery !== "sent") {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `loyalty points: a message to ${notification.resource_id} about ${about} could not be sent: ${(error as Error).message}`
        )
    }
    return delivery ?? "failed"
  }
}

/**
 * The outcome of a notification by key; null if the module does not know it. One handed to a provider
 * that did not answer counts as sent: it may have arrived, and nobody should get it twice.
 */
export async function findDelivery(
  container: MedusaContainer,
  key: string
): Promise<Delivery | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "notification",
    fields: ["id", "status", "provider_id"],
    filters: { idempotency_key: key } as object,
  })
  const [notification] = data as unknown as NotificationRow[]
  if (!notification) {
    return null
  }
  if (notification.status !== "failure") {
    return "sent"
  }
  return notification.provider_id ? "failed" : "unsendable"
}
