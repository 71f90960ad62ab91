import { existsSync, readFileSync } from "node:fs"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { told } from "../../scripts/test/environment"

/** The e-mails that the shared store has sent to an address, oldest first. */
export function mailsTo({ email }: { email: string }): ProviderSendNotificationDTO[] {
  const mailbox = told("mailbox")
  const lines = existsSync(mailbox) ? readFileSync(mailbox, "utf8").trim().split("\n") : []
  return lines
    .map((line) => JSON.parse(line) as ProviderSendNotificationDTO)
    .filter(({ to }) => to === email)
}
