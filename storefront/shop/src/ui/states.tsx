import type { ReactNode } from "react"
import { useTexts } from "../i18n/language"
import { texts } from "../i18n/messages"
import { useErrorText } from "./use-error-text"

const TEXTS = texts({
  en: { loading: "Loading…", retry: "Try again" },
  pl: { loading: "Wczytywanie…", retry: "Spróbuj ponownie" },
})

/** Something is loading. */
export function Loading() {
  const text = useTexts(TEXTS)
  return (
    <p className="loading" role="status">
      {text("loading")}
    </p>
  )
}

/** A message that screen readers announce at once. */
export function Notice({ tone, children }: { tone: "good" | "bad"; children: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </div>
  )
}

/** Says why something could not be loaded, with a button to try again. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useTexts(TEXTS)
  const errorText = useErrorText()
  return (
    <div className="trouble">
      <Notice tone="bad">{errorText(error)}</Notice>
      <button type="button" className="button button-quiet" onClick={onRetry}>
        {text("retry")}
      </button>
    </div>
  )
}
