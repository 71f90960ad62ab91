import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react"
import { read, write } from "../app/storage"
import { fill, LANGUAGES, LOCALES, type Language, type Texts, type Values } from "./messages"

interface LanguageState {
  language: Language
  setLanguage: (language: Language) => void
}

const STORED = "language"
const LanguageContext = createContext<LanguageState | undefined>(undefined)

/** Remembers the shopper's language; initially the browser's, if the shop supports it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const state = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        write(STORED, chosen)
        setLanguage(chosen)
      },
    }),
    [language]
  )
  return <LanguageContext.Provider value={state}>{children}</LanguageContext.Provider>
}

/** The shopper's language, and how to change it. */
export function useLanguage(): LanguageState & { locale: string } {
  const state = useContext(LanguageContext)
  if (!state) {
    throw new Error("useLanguage needs a LanguageProvider above it.")
  }
  return { ...state, locale: LOCALES[state.language] }
}

/** A function that returns the texts of one part of the shop in the shopper's language. */
export function useTexts<Key extends string>(texts: Texts<Key>) {
  const { language } = useLanguage()
  return (key: Key, values: Values = {}) => fill(texts[language][key], values, language)
}

function firstLanguage(): Language {
  const wanted = [read(STORED), ...navigator.languages]
  return (
    wanted
      .map((tag) => LANGUAGES.find((known) => known === tag?.slice(0, 2).toLowerCase()))
      .find((known) => known !== undefined) ?? "en"
  )
}
