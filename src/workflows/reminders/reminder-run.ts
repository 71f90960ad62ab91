import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { dueReminder, reminderHorizon } from "../../domain/reminders/due"
import { FIRST_REMINDER_PLACE } from "../../modules/loyalty-points/reminders/types"
import type {
  ClaimedReminder,
  ExpiringAccount,
  ReminderPlace,
} from "../../modules/loyalty-points/reminders/types"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { findRecipients, type Recipient } from "./customers"
import { type Delivery, findDelivery } from "./notification"
import { announceReminder, deliveryKey, sendReminder } from "./send-reminder"
import type { Message, SendingContext } from "./send-reminder"

/** `skipped`: nobody to write to, nothing left to say, or no provider for the channel. */
export type ReminderReport = { sent: number; failed: number; skipped: number }

const PAGE = 200

/** How long a message belongs to its run, and how long one that failed waits: less than a day. */
const LEASE_MS = 60 * 60 * 1000

/** A message that failed so often is given up. */
const MOST_ATTEMPTS = 5

/** One run over all accounts. A message that fails is told in the log and stops no other. */
export class ReminderRun {
  readonly report: ReminderReport = { sent: 0, failed: 0, skipped: 0 }
  /** null: only events tell of expiring points. */
  private channel: string | null
  private readonly loyaltyPoints
  private readonly logger

  constructor(private readonly context: SendingContext) {
    this.loyaltyPoints = resolveLoyaltyPoints(context.container)
    this.logger = context.container.resolve(ContainerRegistrationKeys.LOGGER)
    this.channel = this.loyaltyPoints.options.reminders.channel
  }

  /** Reminds of points that came within reach since the last run, one message for each customer. */
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

  /** Tries again what failed earlier, and finishes what a run that was cut off left behind. */
  async tryAgain(): Promise<void> {
    let claimed: ClaimedReminder[]
    do {
      claimed = await this.loyaltyPoints.reminders.takeOver(PAGE, this.leasedUntil)
      const recipients = await this.recipientsOf(claimed)
      for (const reminder of claimed) {
        await this.guard(reminder.account_id, () =>
          this.finishLeftover(reminder, recipients.get(reminder.customer_id))
        )
      }
    } while (claimed.length === PAGE)
  }

  private async remindPage(accounts: ExpiringAccount[]): Promise<void> {
    const due = accounts
      .map((account) => ({ account, lots: this.dueLots(account) }))
      .filter(({ lots }) => lots.length > 0)
    const recipients = await this.recipientsOf(due.map(({ account }) => account))
    for (const { account, lots } of due) {
      await this.guard(account.id, async () => {
        const recipient = recipients.get(account.customer_id)
        if (!recipient) {
          return "skipped"
        }
        const claim = { account, lots, leasedUntil: this.leasedUntil }
        const claimed = await this.loyaltyPoints.reminders.claim(claim)
        return claimed && this.tell(claimed, recipient)
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

  /** The module knows whether the message of a run that was cut off has been sent. */
  private async finishLeftover(
    reminder: ClaimedReminder,
    recipient: Recipient | undefined
  ): Promise<keyof ReminderReport> {
    const delivery = await findDelivery(this.context.container, deliveryKey(reminder))
    return delivery ? this.finish(reminder, delivery) : this.tell(reminder, recipient)
  }

  private async tell(
    claimed: ClaimedReminder,
    recipient: Recipient | undefined
  ): Promise<keyof ReminderReport> {
    const [first, ...rest] = await this.loyaltyPoints.reminders.pointsOf(claimed)
    if (!first || !recipient) {
      await this.loyaltyPoints.reminders.finish(claimed, "dropped")
      return "skipped"
    }
    const message: Message = { claimed, recipient, lots: [first, ...rest] }
    if (claimed.attempts === 0) {
      await announceReminder(this.context, message)
    }
    return this.finish(claimed, await this.send(message))
  }

  private async send(message: Message): Promise<Delivery | "announced"> {
    if (this.channel === null) {
      return "announced"
    }
    const delivery = await sendReminder(this.context, message, this.channel)
    if (delivery === "unsendable") {
      this.logger.warn(
        `loyalty points: no notification provider serves the channel "${this.channel}": only events tell of points that will expire`
      )
      this.channel = null
    }
    return delivery
  }

  private async finish(
    claimed: ClaimedReminder,
    delivery: Delivery | "announced"
  ): Promise<keyof ReminderReport> {
    if (delivery === "sent") {
      await this.loyaltyPoints.reminders.finish(claimed, "sent")
      return "sent"
    }
    if (delivery !== "failed") {
      await this.loyaltyPoints.reminders.finish(claimed, "dropped")
      return "skipped"
    }
    const attempts = claimed.attempts + 1
    const status = attempts < MOST_ATTEMPTS ? "failed" : "given_up"
    await this.loyaltyPoints.reminders.finish({ ...claimed, attempts }, status, this.leasedUntil)
    return "failed"
  }

  private async guard(
    accountId: string,
    work: () => Promise<keyof ReminderReport | null>
  ): Promise<void> {
    try {
      const outcome = await work()
      if (outcome) {
        this.report[outcome] += 1
      }
    } catch (error) {
      this.report.failed += 1
      this.logger.error(`loyalty points: ${accountId} could not be reminded`, error as Error)
    }
  }

  private recipientsOf(accounts: { customer_id: string }[]): Promise<Map<string, Recipient>> {
    const ids = accounts.map(({ customer_id }) => customer_id)
    return findRecipients(this.context.container, ids)
  }

  private get days(): number[] {
    return this.loyaltyPoints.options.reminders.days
  }

  private get leasedUntil(): Date {
    return new Date(this.loyaltyPoints.now().getTime() + LEASE_MS)
  }
}
