import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { remindOfExpiryWorkflow } from "../workflows/reminders/remind-of-expiry"
import type { MessageReport } from "../workflows/messages/message-run"
import { onlyOnce } from "../workflows/shared/only-once"

/** Sends reminders on one instance; another running at the same time does nothing (null). */
export default async function remindOfExpiry(
  container: MedusaContainer
): Promise<MessageReport | null> {
  return onlyOnce(container, config.name, async () => {
    const { result } = await remindOfExpiryWorkflow(container).run({ input: {} })
    if (result.sent + result.failed + result.skipped > 0) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .info(
          `loyalty points: reminders of expiring points: ${result.sent} sent, ${result.failed} failed, ${result.skipped} skipped`
        )
    }
    return result
  })
}

/** Once a day, when people read their mail: a customer gets one message about everything new. */
export const config = { name: "loyalty-points-remind-of-expiry", schedule: "0 9 * * *" }
