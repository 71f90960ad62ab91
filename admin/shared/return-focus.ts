import type { RefObject } from "react"

/**
 * For a dialog without a `Trigger`: returns the focus to what opened it, which would otherwise jump to
 * the top of the page.
 */
export function returnFocusTo(opener: RefObject<HTMLElement>) {
  return (event: Event) => {
    event.preventDefault()
    opener.current?.focus()
  }
}
