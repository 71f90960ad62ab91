import { z } from "@medusajs/framework/zod"

import { MESSAGE_LANGUAGES } from "../../../src/domain/messages/language"
import type { MessageLanguage, Translated } from "../../../src/domain/messages/language"
import { formsOf } from "../../../src/domain/wallets/words"
import { text } from "./fields"

const inEachLanguage = <Schema extends z.ZodType>(
  schemaOf: (language: MessageLanguage) => Schema
) =>
  z.strictObject(
    Object.fromEntries(
      MESSAGE_LANGUAGES.map((language) => [language, schemaOf(language)])
    ) as Translated<Schema>
  )

export const loyaltyWallet = z
  .strictObject({
    code: text,
    name: inEachLanguage(() => text),
    unit: inEachLanguage((language) => z.array(text).length(formsOf(language))).describe(
      "The words for its unit: for one and for more in English, for one, few and many in Polish."
    ),
  })
  .meta({ id: "LoyaltyWallet", description: "A kind of points, with its words." })
