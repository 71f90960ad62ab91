import { ledgerEvents } from "./ledger/events"
import { programEvents } from "./program/events"
import { reminderEvents } from "./reminders/events"

/**
 * Events on Medusa's bus, one line per capability that has any. All are emitted after the commit of what
 * they report.
 */
export const LoyaltyEvents = { ...ledgerEvents, ...reminderEvents, ...programEvents } as const
