import type { i18n } from "i18next"
import { createInstance } from "i18next"

import en from "../../i18n/en"
import pl from "../../i18n/pl"
import { type Words, wordsOf } from "../words"

export { PROGRAM } from "../../../src/types/__tests__/worked-example"

/** The words of a language, with the dashboard's texts. */
export function wordsIn(language: "en" | "pl"): Words {
  const instance: i18n = createInstance()
  void instance.init({
    lng: language,
    ns: "loyaltyPoints",
    defaultNS: "loyaltyPoints",
    initImmediate: false,
    interpolation: { escapeValue: false },
    resources: { en: { loyaltyPoints: en }, pl: { loyaltyPoints: pl } },
  })
  return wordsOf(instance.t, language)
}

/** With plain spaces, so that tests are readable. */
export const plain = (text: string): string => text.replace(/\s/g, " ")
