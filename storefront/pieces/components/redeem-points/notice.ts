import type { Voice } from "../../lib/phrases"

/** The outcome of a shopper's action. */
export interface Notice {
  tone: "success" | "info" | "error"
  /** The text, in the shop's current language. */
  textIn(voice: Voice): string
  /** Retries the action. */
  retry?: () => unknown
  /** The shopper has to log in first. */
  needsLogin?: boolean
}
