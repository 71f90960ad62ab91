import { useSyncExternalStore } from "react"

/** The dashboard's theme, which it sets as a class on the document. */
export function useTheme(): string {
  return useSyncExternalStore(observeTheme, () => document.documentElement.className)
}

function observeTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class"] })
  return () => observer.disconnect()
}
