import type { RefObject } from "react"

/**
 * For a dialog that no `Trigger` opens: gives the focus back to what opened it, where the keyboard
 * would otherwise be left at the top of the page.
 */
export function returnFocusTo(opener: RefObject<HTMLElement>) {
  return (event: Event) => {
    event.preventDefault()
    opener.current?.focus()
  }
}
