import { useLanguage, useTexts } from "../i18n/language"
import { LANGUAGES, type Language } from "../i18n/messages"
import { LAYOUT } from "./messages"

const NAMES: Record<Language, string> = { en: "English", pl: "Polski" }

/** Chooses the shop's language. */
export function LanguageSwitch() {
  const text = useTexts(LAYOUT)
  const { language, setLanguage } = useLanguage()
  return (
    <div className="languages" role="group" aria-label={text("language")}>
      {LANGUAGES.map((known) => (
        <button
          key={known}
          type="button"
          lang={known}
          aria-pressed={known === language}
          aria-label={NAMES[known]}
          onClick={() => setLanguage(known)}
        >
          {known.toUpperCase()}
        </button>
      ))}
    </div>
  )
}
