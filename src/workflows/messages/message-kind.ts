import type { MedusaContainer } from "@medusajs/framework/types"

import type { Reader } from "../../domain/messages/format"
import type { MessageText } from "../../domain/messages/letter"
import type { Pace } from "../../domain/messages/sending"
import type { MessageSettings } from "../../modules/loyalty-points/messages/options"
import type { TakenMessage } from "../../modules/loyalty-points/messages/types"
import type { LoyaltyPointsOptions } from "../../modules/loyalty-points/options"
import type { Recipient } from "./recipients"

/** What a message says at the moment it is sent; null when there is nothing left to say. */
export type ReadContent<Content> = (
  message: TakenMessage,
  recipient: Recipient
) => Promise<Content | null>

/** A kind of message, as far as it differs from others. */
export type MessageKind<Content> = {
  /** Names it in the outbox and in the keys of notifications. Never changed once messages exist. */
  key: string
  /** What its messages are about, for the log: "points that will expire". */
  about: string
  pace: Pace
  /** Whether customers who want no reminders get none of these either, neither event nor message. */
  honoursOptOut: boolean
  /** Emitted before the first attempt: account, customer, the subject under this name, the facts. */
  event: { name: string; subject: string }
  /** How it is sent, from the options. */
  settings(options: LoyaltyPointsOptions): MessageSettings
  /** Called once in a run, to read what all its messages need. */
  open(container: MedusaContainer): Promise<ReadContent<Content>>
  /** What the event and a provider's own template get to know. */
  facts(content: Content): Record<string, unknown>
  /** The message in English or Polish. */
  compose(content: Content, reader: Reader): MessageText
}

/** Any kind of message. */
export type AnyMessageKind = MessageKind<unknown>

/** Declares a kind of message; the type of its content is inferred. */
export const defineMessage = <Content>(kind: MessageKind<Content>): MessageKind<Content> => kind
