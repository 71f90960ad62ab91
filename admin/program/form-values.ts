import { DEFAULT_RULES, type ProgramRules } from "../../src/domain/program/rules"
import type { HttpLoyaltyProgram } from "../../src/types/http"
import { changedCodes, type FieldValue, valuesAsTyped } from "../fields/values"
import { type FieldName, PROGRAM_FIELDS } from "./fields"
import type { ProgramFormValues, ProgramInput } from "./schema"

type FieldValues = Record<FieldName, FieldValue>

/** The form values of a saved program. */
export function valuesOfProgram(program: HttpLoyaltyProgram, language: string): ProgramFormValues {
  return valuesOf(program.currency_code, program, language)
}

/** The form values of a program being set up. */
export function valuesOfNewProgram(
  currency_code: string,
  name: string,
  language: string
): ProgramFormValues {
  return valuesOf(currency_code, { name, ...DEFAULT_RULES }, language)
}

function valuesOf(currency_code: string, source: FieldValues, language: string): ProgramFormValues {
  const values = valuesAsTyped(PROGRAM_FIELDS, source, language)
  return { currency_code, ...values } as ProgramFormValues
}

/** What the merchant changed, so that rules changed by somebody else meanwhile are left alone. */
export function changedFields(
  program: HttpLoyaltyProgram,
  input: ProgramInput
): Partial<ProgramInput> {
  const changed = changedCodes(PROGRAM_FIELDS, program satisfies FieldValues, input)
  return Object.fromEntries(changed.map((name) => [name, input[name as FieldName]]))
}

/** The rules alone, for the simulation. */
export function rulesOf({ currency_code: _, name: __, ...rules }: ProgramInput): ProgramRules {
  return rules
}
