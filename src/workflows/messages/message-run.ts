import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import {
  afterDelivery,
  type Delivery,
  LEASE_MS,
  waitAfterFailure,
} from "../../domain/messages/sending"
import type { TakenMessage } from "../../modules/loyalty-points/messages/types"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import type { MessageKind, ReadContent } from "./message-kind"
import { deliver, findDelivery } from "./notification"
import { findRecipients, type Recipient } from "./recipients"
import { announce, deliveryKey, type Message, notificationOf } from "./send"

/** `skipped`: no recipient, nothing left to say, or no provider for the channel. */
export type MessageReport = { sent: number; failed: number; skipped: number }

const PAGE = 200

/** Sends messages of one kind. One that fails is logged and does not stop the others. */
export class MessageRun<Content> {
  readonly report: MessageReport = { sent: 0, failed: 0, skipped: 0 }
  /** null: events only. */
  private channel: string | null
  private readonly loyaltyPoints
  private readonly logger

  private constructor(
    private readonly container: MedusaContainer,
    private readonly kind: MessageKind<Content>,
    private readonly read: ReadContent<Content>
  ) {
    this.loyaltyPoints = resolveLoyaltyPoints(container)
    this.logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    this.channel = kind.settings(this.loyaltyPoints.options).channel
  }

  static async open<Content>(
    container: MedusaContainer,
    kind: MessageKind<Content>
  ): Promise<MessageRun<Content>> {
    return new MessageRun(container, kind, await kind.open(container))
  }

  /** Until when a message taken now belongs to this run. */
  get leasedUntil(): Date {
    return this.inFuture(LEASE_MS)
  }

  /** Sends messages that are waiting, failed earlier or were left behind by an interrupted run. */
  async sendWaiting(): Promise<void> {
    let taken: TakenMessage[]
    do {
      const { kind, leasedUntil } = this
      taken = await this.loyaltyPoints.messages.take({ kind: kind.key, limit: PAGE, leasedUntil })
      const ids = taken.map(({ customer_id }) => customer_id)
      const recipients = await findRecipients(this.container, ids)
      for (const message of taken) {
        await this.guard(message.account_id, () => this.sendOnce(message, recipients))
      }
    } while (taken.length === PAGE)
  }

  /** Sends a message that no other run can have sent. `recipients`: those already looked up. */
  async send(
    message: TakenMessage,
    recipients: ReadonlyMap<string, Recipient>
  ): Promise<keyof MessageReport> {
    const { honoursOptOut } = this.kind
    const addressee = await this.loyaltyPoints.messages.addresseeOf(message, honoursOptOut)
    const taken = { ...message, ...addressee }
    const recipient = addressee && (await this.recipientOf(taken, recipients))
    const content = recipient && (await this.read(taken, recipient))
    if (!content) {
      const { attempts } = message
      await this.loyaltyPoints.messages.finish(message, { status: "dropped", attempts })
      return "skipped"
    }
    return this.finish(taken, await this.deliver({ taken, recipient, content }))
  }

  /** Counts the outcome of work on an account; an error is logged as a failure. */
  async guard(accountId: string, work: () => Promise<keyof MessageReport | null>): Promise<void> {
    try {
      const outcome = await work()
      if (outcome) {
        this.report[outcome] += 1
      }
    } catch (error) {
      this.report.failed += 1
      const { about } = this.kind
      this.logger.error(
        `loyalty points: could not notify ${accountId} about ${about}`,
        error as Error
      )
    }
  }

  /** The Notification module knows whether an interrupted run has already sent the message. */
  private async sendOnce(
    message: TakenMessage,
    recipients: ReadonlyMap<string, Recipient>
  ): Promise<keyof MessageReport> {
    const delivery = await findDelivery(this.container, deliveryKey(message))
    return delivery ? this.finish(message, delivery) : this.send(message, recipients)
  }

  /** An account may have been merged after recipients were looked up. */
  private async recipientOf(
    { customer_id }: TakenMessage,
    recipients: ReadonlyMap<string, Recipient>
  ): Promise<Recipient | undefined> {
    const known = recipients.get(customer_id)
    return known ?? (await findRecipients(this.container, [customer_id])).get(customer_id)
  }

  /** Composes the text before emitting the event, so that a failure cannot emit it twice. */
  private async deliver(message: Message<Content>): Promise<Delivery | "announced"> {
    const { container, kind, channel } = this
    const notification = channel && (await notificationOf(container, kind, message, channel))
    if (message.taken.attempts === 0) {
      await announce(container, kind, message)
    }
    if (!notification) {
      return "announced"
    }
    const delivery = await deliver(container, notification, kind.about)
    if (delivery === "unsendable") {
      this.logger.warn(
        `loyalty points: no notification provider serves the channel "${channel}": only events are emitted for ${kind.about}`
      )
      this.channel = null
    }
    return delivery
  }

  private async finish(
    taken: TakenMessage,
    delivery: Delivery | "announced"
  ): Promise<keyof MessageReport> {
    const { status, attempts } = afterDelivery(delivery, taken.attempts)
    const retryAt =
      delivery === "failed" ? this.inFuture(waitAfterFailure(this.kind.pace, attempts)) : undefined
    await this.loyaltyPoints.messages.finish(taken, { status, attempts, retryAt })
    return delivery === "sent" || delivery === "failed" ? delivery : "skipped"
  }

  private inFuture(milliseconds: number): Date {
    return new Date(this.loyaltyPoints.now().getTime() + milliseconds)
  }
}
