import { z } from "@medusajs/framework/zod"

import { NAME_LENGTH } from "../../../../domain/program/limits"
import { DEFAULT_RULES } from "../../../../domain/program/rules"
import type { ProgramRules } from "../../../../domain/program/rules"
import { isKnownCurrency } from "../../../../workflows/shared/money"
import { textField } from "../../../shared/fields"
import { ruleFields } from "../../../shared/program-fields"

const nameField = textField("name").trim().min(1).max(NAME_LENGTH)
const DEFAULT_NAME = "Loyalty points"

export const currencyCodeField = z
  .string({ error: "currency_code: expected text" })
  .toLowerCase()
  .refine(isKnownCurrency, "currency_code: expected the code of a currency, such as pln or eur")

export const createProgramSchema = z.strictObject({
  currency_code: currencyCodeField,
  name: nameField.default(DEFAULT_NAME),
  ...ruleFields,
})
export type CreateProgramBody = z.infer<typeof createProgramSchema>

export const updateProgramSchema = z.strictObject({ name: nameField.optional(), ...ruleFields })
export type UpdateProgramBody = z.infer<typeof updateProgramSchema>

/** Rules of a body over others: fields that were left out keep what the others say. */
export function rulesOver(
  base: ProgramRules,
  body: Partial<Record<keyof ProgramRules, unknown>>
): ProgramRules {
  const given = Object.entries(body).filter(
    ([field, value]) => field in DEFAULT_RULES && value !== undefined
  )
  return { ...base, ...Object.fromEntries(given) } as ProgramRules
}
