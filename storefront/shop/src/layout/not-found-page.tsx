import { Link } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { LAYOUT } from "./messages"
import { Page } from "./page"

/** Any address that is no page, and things that are not there. */
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
