import { existsSync, readFileSync } from "node:fs"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { testVariable } from "../../scripts/test/environment"

/** The e-mails that the shared store has sent to an address, oldest first. */
export function mailsTo({ email }: { email: string }): ProviderSendNotificationDTO[] {
  const file = testVariable("sentMails")
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : []
  return lines
    .map((line) => JSON.parse(line) as ProviderSendNotificationDTO)
    .filter(({ to }) => to === email)
}
