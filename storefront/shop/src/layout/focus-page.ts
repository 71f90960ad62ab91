/** The id of the skip link's target. */
export const CONTENT = "main"

/** Moves the focus to the page's content when the focused element is gone. */
export function focusPage(): void {
  document.getElementById(CONTENT)?.focus({ preventScroll: true })
}
