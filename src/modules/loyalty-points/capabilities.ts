import { redemptions } from "./checkout"
import { expiry } from "./expiry"
import { journal } from "./journal"
import { accounts, ledger } from "./ledger"
import { messages } from "./messages"
import { programs } from "./program"
import { reminders } from "./reminders"
import { statistics } from "./statistics"
import { wallets } from "./wallets"

/**
 * Every capability of the module: add a line here for each new one. One with its own options or events
 * also has a line in `options.ts` or `events.ts`.
 */
export const CAPABILITIES = [
  wallets,
  accounts,
  ledger,
  journal,
  programs,
  redemptions,
  expiry,
  messages,
  reminders,
  statistics,
] as const
