import { defineCapability } from "../capability"
import { MessageStore } from "./message-store"
import { LoyaltyMessage } from "./message.entity"

/** The outbox of messages to customers. */
export const messages = defineCapability({
  key: "messages",
  create: ({ dataSource, now }) => new MessageStore(dataSource, now),
  entities: [LoyaltyMessage],
})
