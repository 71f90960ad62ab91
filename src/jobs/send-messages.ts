import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { MessageReport } from "../workflows/messages/message-run"
import { sendMessagesWorkflow } from "../workflows/outbox/send-messages"
import { onlyOnce } from "../workflows/shared/only-once"

/** Sends messages on one instance; another running at the same time does nothing (null). */
export default async function sendMessages(
  container: MedusaContainer
): Promise<MessageReport | null> {
  return onlyOnce(container, config.name, async () => {
    const { result } = await sendMessagesWorkflow(container).run({ input: {} })
    const { sent, failed, skipped } = result
    if (sent + failed + skipped > 0) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .info(`loyalty points: messages: ${sent} sent, ${failed} failed, ${skipped} skipped`)
    }
    return result
  })
}

export const config = { name: "loyalty-points-send-messages", schedule: "*/5 * * * *" }
