import type { MedusaContainer } from "@medusajs/framework/types"

import { dueReminder, reminderHorizon } from "../../domain/reminders/due"
import type { Reminder } from "../../domain/reminders/message"
import { FIRST_REMINDER_PLACE } from "../../modules/loyalty-points/reminders/types"
import type { ExpiringAccount, ReminderPlace } from "../../modules/loyalty-points/reminders/types"
import type { MessageRun } from "../messages/message-run"
import { findRecipients } from "../messages/recipients"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

const PAGE = 200

/** Finds points that became due for a reminder, and sends each customer one message. */
export class ReminderRun {
  private readonly loyaltyPoints

  constructor(
    private readonly container: MedusaContainer,
    private readonly messages: MessageRun<Reminder>
  ) {
    this.loyaltyPoints = resolveLoyaltyPoints(container)
  }

  /** Sends reminders of points that became due since the last run. */
  async remind(): Promise<void> {
    const horizon = reminderHorizon(this.days, this.loyaltyPoints.now())
    let after: ReminderPlace | null = FIRST_REMINDER_PLACE
    while (after) {
      const { accounts, next } = await this.loyaltyPoints.reminders.expiring({
        after,
        limit: PAGE,
        horizon,
      })
      await this.remindPage(accounts)
      after = next
    }
  }

  private async remindPage(accounts: ExpiringAccount[]): Promise<void> {
    const due = accounts
      .map((account) => ({ account, lots: this.dueLots(account) }))
      .filter(({ lots }) => lots.length > 0)
    const ids = due.map(({ account }) => account.customer_id)
    const recipients = await findRecipients(this.container, ids)
    for (const { account, lots } of due) {
      await this.messages.guard(account.id, async () => {
        if (!recipients.has(account.customer_id)) {
          return "skipped"
        }
        const { leasedUntil } = this.messages
        const message = await this.loyaltyPoints.reminders.take({ account, lots, leasedUntil })
        return message && this.messages.send(message, recipients)
      })
    }
  }

  private dueLots({ lots }: ExpiringAccount): { no: string; days: number }[] {
    const now = this.loyaltyPoints.now()
    return lots.flatMap((lot) => {
      const days = dueReminder(lot, this.days, now)
      return days === null ? [] : [{ no: lot.no, days }]
    })
  }

  private get days(): number[] {
    return this.loyaltyPoints.options.reminders.days
  }
}
