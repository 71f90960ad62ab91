import { z } from "@medusajs/framework/zod"

import { MESSAGE_LANGUAGES } from "../../../domain/messages/language"
import type { MessageLanguage, Translated } from "../../../domain/messages/language"
import { formsOf } from "../../../domain/wallets/words"
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
    code: text.describe("What `?wallet=` names it by."),
    name: inEachLanguage(() => text).describe("Its name in each language."),
    unit: inEachLanguage((language) => z.array(text).length(formsOf(language))).describe(
      "The words for its unit: for one and for more in English, for one, few and many in Polish."
    ),
  })
  .meta({
    id: "LoyaltyWallet",
    description:
      "A kind of points, with its words, as the option `wallets` declares it. A customer has one account in each wallet. `?wallet=` left out means `points`; a code that is not declared answers 400 and lists those that are. Carts, draft orders, orders and guests' claims use `points`.",
  })
