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
 * Every capability of the module: a new one is its folder and a line here. One with options or events
 * of its own has a line in `options.ts` or `events.ts`, too.
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
