import { z } from "@medusajs/framework/zod"

import { MESSAGE_LANGUAGES } from "../../../domain/messages/language"
import type { MessageLanguage, Translated } from "../../../domain/messages/language"
import { formsOf } from "../../../domain/wallets/words"

/** Longer names do not fit in columns and sentences. */
const LONGEST = 60

const CODE_MESSAGE =
  "must be a wallet's code of 1 to 60 lower-case letters, digits, _ or -, beginning with a letter"

const word = z.string().trim().min(1).max(LONGEST)

/** One schema per language, under its code. */
function inEachLanguage<Schema extends z.ZodType>(schemaOf: (language: MessageLanguage) => Schema) {
  const languages = MESSAGE_LANGUAGES.map((language) => [language, schemaOf(language)] as const)
  return z.strictObject(Object.fromEntries(languages) as Translated<Schema>)
}

/** One wallet's words. */
const walletSchema = z.strictObject({
  name: inEachLanguage(() => word),
  unit: inEachLanguage((language) => {
    const forms = formsOf(language)
    const message = `must have ${forms} words, one for each plural form`
    return z.array(word).length(forms, message)
  }),
})

/** A record's own key check does not say what is allowed. */
const walletsSchema = z.record(z.string(), walletSchema).superRefine((wallets, context) => {
  Object.keys(wallets)
    .filter((code) => !/^[a-z][a-z0-9_-]{0,59}$/.test(code))
    .forEach((code) => context.addIssue({ code: "custom", path: [code], message: CODE_MESSAGE }))
})

export const walletOptions = {
  /** Kinds of points besides `points`, by code, with their words; `points` can be renamed here. */
  wallets: walletsSchema.default({}),
}
