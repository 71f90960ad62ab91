import { useMemo } from "react"
import { useTranslation } from "react-i18next"

import { NAMESPACE } from "../shared/locale"
import { type Words, wordsOf } from "./words"

/** The words of the dashboard's language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation(NAMESPACE)
  const language = i18n.resolvedLanguage ?? i18n.language
  return useMemo(() => wordsOf(t, language), [t, language])
}
