import { useEffect, useRef } from "react"
import { Outlet, ScrollRestoration, useLocation } from "react-router-dom"
import { useTexts } from "../i18n/language"
import { CONTENT, focusPage } from "./focus-page"
import { Footer } from "./footer"
import { Header } from "./header"
import { LAYOUT } from "./messages"

/** The frame of every page. */
export function Layout() {
  const text = useTexts(LAYOUT)
  useFocusOnNewPage()
  return (
    <>
      <a className="skip-link" href={`#${CONTENT}`}>
        {text("skip")}
      </a>
      <Header />
      <main id={CONTENT} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  )
}

/** Moves the focus to a new page, as when a browser loads one; not on the first page. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname
      focusPage()
    }
  }, [pathname])
}
