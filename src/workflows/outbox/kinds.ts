import type { AnyMessageKind } from "../messages/message-kind"
import { expiryReminder } from "../reminders/expiry-reminder"

/** Every kind of message: add a line here for each new one. */
export const MESSAGE_KINDS: readonly AnyMessageKind[] = [expiryReminder]
