import { appendFileSync } from "node:fs"
import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/** `undeliverable-2-ewa@example.com` takes no message before the third. */
const UNDELIVERABLE = /^undeliverable-(\d+)-/

/** Puts e-mails into a file, a line for each, and throws where the address says so. */
export class TestNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "test"

  private readonly refusals = new Map<string, number>()

  override async send(
    mail: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const refused = this.refusals.get(mail.to) ?? 0
    if (refused < Number(UNDELIVERABLE.exec(mail.to)?.[1] ?? 0)) {
      this.refusals.set(mail.to, refused + 1)
      throw new Error(`There is nobody at ${mail.to}`)
    }
    const file = process.env.LOYALTY_TEST_SENT_MAILS
    if (file) {
      appendFileSync(file, `${JSON.stringify(mail)}\n`)
    }
    return {}
  }
}
