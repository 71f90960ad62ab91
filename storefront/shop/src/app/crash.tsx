import { Component, type ReactNode } from "react"
import { useTexts } from "../i18n/language"
import { texts } from "../i18n/messages"

const TEXTS = texts({
  en: {
    title: "This page broke",
    apology: "We are sorry. Your cart is safe: loading the page again usually helps.",
    reload: "Load the page again",
  },
  pl: {
    title: "Ta strona się zepsuła",
    apology: "Przepraszamy. Twój koszyk jest bezpieczny, a ponowne wczytanie zwykle pomaga.",
    reload: "Wczytaj stronę ponownie",
  },
})

/** Shown instead of a page that failed to render. */
export function Crash() {
  const text = useTexts(TEXTS)
  return (
    <div className="narrow page" role="alert">
      <h1>{text("title")}</h1>
      <p className="lead">{text("apology")}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {text("reload")}
      </button>
    </div>
  )
}

/** Keeps the screen from going blank when something outside the pages fails. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <Crash /> : this.props.children
  }
}
