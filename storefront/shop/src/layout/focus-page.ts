/** The id of what the skip link leads to. */
export const CONTENT = "main"

/** Moves the focus to the page's content, when what had it is gone. */
export function focusPage(): void {
  document.getElementById(CONTENT)?.focus({ preventScroll: true })
}
