import { defaultCurrencies } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { defineFields } from "../domain/fields/define-fields"
import { DEFAULT_RULES, PROGRAM_NAME, RULES } from "../domain/program/rules"
import type { ProgramRules } from "../domain/program/rules"
import { checksOf } from "./defined-fields"

const { name: nameField } = checksOf(defineFields({ name: PROGRAM_NAME }))
/** Every rule of a program, each optional. */
export const ruleFields = checksOf(RULES)

export const currencyCodeField = z
  .string({ error: "currency_code: expected text" })
  .toLowerCase()
  .refine(
    (code) => code.toUpperCase() in defaultCurrencies,
    "currency_code: expected the code of a currency, such as pln or eur"
  )
  .meta({ description: "ISO 4217, in any case.", examples: ["pln"] })

export const createProgramSchema = z.strictObject({
  currency_code: currencyCodeField,
  name: nameField.unwrap().default(PROGRAM_NAME.default).describe(PROGRAM_NAME.description),
  ...ruleFields,
})
export type CreateProgramBody = z.infer<typeof createProgramSchema>

export const updateProgramSchema = z.strictObject({ name: nameField, ...ruleFields })
export type UpdateProgramBody = z.infer<typeof updateProgramSchema>

/** The program in a validated body; missing rules get their defaults. */
export function programOf({ currency_code, name, ...rules }: CreateProgramBody) {
  return { currency_code, name, rules: rulesOver(DEFAULT_RULES, rules) }
}

/** A body's rules merged over others: missing fields keep the others' values. */
export function rulesOver(
  base: ProgramRules,
  body: Partial<Record<keyof ProgramRules, unknown>>
): ProgramRules {
  const given = Object.entries(body).filter(
    ([field, value]) => field in DEFAULT_RULES && value !== undefined
  )
  return { ...base, ...Object.fromEntries(given) } as ProgramRules
}
