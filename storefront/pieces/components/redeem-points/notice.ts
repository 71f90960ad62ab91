import type { Voice } from "../../lib/phrases"

/** The outcome of what the shopper did. */
export interface Notice {
  tone: "success" | "info" | "error"
  /** What to read, in whatever language the shop is shown by then. */
  textIn(voice: Voice): string
  /** Tries the same again. */
  retry?: () => unknown
  /** The shopper has to log in first. */
  needsLogin?: boolean
}
