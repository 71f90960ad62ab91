import type { AnyMessageKind } from "../messages/message-kind"
import { expiryReminder } from "../reminders/expiry-reminder"

/** Every kind of message: a new one is its declaration and a line here. */
export const MESSAGE_KINDS: readonly AnyMessageKind[] = [expiryReminder]
