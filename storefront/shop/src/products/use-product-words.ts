import { useLanguage } from "../i18n/language"
import { POLISH } from "./polish"

/** The parts of a product or of a line of a cart that name it. */
export interface Named {
  handle?: string | null
  title: string
  description?: string | null
}

/** A function that names a product in the shopper's language, if the shop has a translation. */
export function useProductWords() {
  const { language } = useLanguage()
  return ({ handle, title, description }: Named) => {
    const translated = language === "pl" && handle ? POLISH[handle] : undefined
    return translated ?? { title, description: description ?? "" }
  }
}
