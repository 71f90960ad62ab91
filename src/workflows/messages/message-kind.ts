import type { MedusaContainer } from "@medusajs/framework/types"

import type { Reader } from "../../domain/messages/format"
import type { MessageText } from "../../domain/messages/letter"
import type { Pace } from "../../domain/messages/sending"
import type { MessageSettings } from "../../modules/loyalty-points/messages/options"
import type { TakenMessage } from "../../modules/loyalty-points/messages/types"
import type { LoyaltyPointsOptions } from "../../modules/loyalty-points/options"
import type { Recipient } from "./recipients"

/** Reads what a message says when it is sent; null when there is nothing left to say. */
export type ReadContent<Content> = (
  message: TakenMessage,
  recipient: Recipient
) => Promise<Content | null>

/** Everything in which a kind of message differs from others. */
export type MessageKind<Content> = {
  /** Identifies the kind in the outbox and in notification keys. Never change it once messages exist. */
  key: string
  /** What its messages are about, for the log: "expiring points". */
  about: string
  pace: Pace
  /** Whether customers who opted out of reminders get neither event nor message of this kind. */
  honoursOptOut: boolean
  /** Emitted before the first attempt, with account, customer, the subject under this name, and `facts`. */
  event: { name: string; subject: string }
  /** How it is sent, from the options. */
  settings(options: LoyaltyPointsOptions): MessageSettings
  /** Called once per run, to read what all its messages need. */
  open(container: MedusaContainer): Promise<ReadContent<Content>>
  /** The data for the event and for a provider's own template. */
  facts(content: Content): Record<string, unknown>
  /** The message in English or Polish. */
  compose(content: Content, reader: Reader): MessageText
}

/** Any kind of message. */
export type AnyMessageKind = MessageKind<unknown>

/** Declares a kind of message; the type of its content is inferred. */
export const defineMessage = <Content>(kind: MessageKind<Content>): MessageKind<Content> => kind
