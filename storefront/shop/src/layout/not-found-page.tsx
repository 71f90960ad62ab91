import { Link } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { LAYOUT } from "./messages"
import { Page } from "./page"

/** For unknown addresses and things that do not exist. */
export function NotFoundPage() {
  const text = useTexts(LAYOUT)
  return (
    <Page title={text("notFound")} className="narrow">
      <p className="lead">{text("notFoundHint")}</p>
      <Link to="/" className="button">
        {text("toProducts")}
      </Link>
    </Page>
  )
}
