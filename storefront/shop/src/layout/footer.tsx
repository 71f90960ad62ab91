import { useTexts } from "../i18n/language"
import { LAYOUT } from "./messages"

/** A line about the shop. */
export function Footer() {
  const text = useTexts(LAYOUT)
  return (
    <footer className="footer">
      <p>
        <strong>norra</strong> {text("claim")}
      </p>
      <p>{text("demo")}</p>
    </footer>
  )
}
