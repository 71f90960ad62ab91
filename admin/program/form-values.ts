import { DEFAULT_RULES, type ProgramRules } from "../../src/domain/program/rules"
import { decimal } from "../../src/domain/shared/decimal"
import type { HttpLoyaltyProgram } from "../../src/types/http"
import { definitionOf, FIELD_NAMES, type FieldName } from "./fields"
import { numberAsTyped } from "./numbers"
import type { ProgramFormValues, ProgramInput } from "./schema"

type FieldValue = string | number | boolean | null
type FieldValues = Record<FieldName, FieldValue>

/** The form of a program as it is saved. */
export function valuesOfProgram(program: HttpLoyaltyProgram, language: string): ProgramFormValues {
  return valuesOf(program.currency_code, program, language)
}

/** The form of a program that is being set up. */
export function valuesOfNewProgram(
  currency_code: string,
  name: string,
  language: string
): ProgramFormValues {
  return valuesOf(currency_code, { name, ...DEFAULT_RULES }, language)
}

function valuesOf(currency_code: string, source: FieldValues, language: string): ProgramFormValues {
  const values = FIELD_NAMES.map((name) => [name, asTyped(name, source[name], language)])
  return { currency_code, ...Object.fromEntries(values) } as ProgramFormValues
}

function asTyped(name: FieldName, value: FieldValue, language: string): string | boolean {
  if (typeof value === "boolean") {
    return value
  }
  return isNumeric(name) ? numberAsTyped(value, language) : String(value)
}

/** What the merchant changed: a rule that somebody else changed meanwhile is left alone. */
export function changedFields(
  program: HttpLoyaltyProgram,
  input: ProgramInput
): Partial<ProgramInput> {
  const changed = FIELD_NAMES.filter((name) => !isSame(name, program[name], input[name]))
  return Object.fromEntries(changed.map((name) => [name, input[name]]))
}

/** The rules alone, as the simulation takes them. */
export function rulesOf({ currency_code: _, name: __, ...rules }: ProgramInput): ProgramRules {
  return rules
}

function isSame(name: FieldName, before: FieldValue, after: FieldValue): boolean {
  const isNumber = isNumeric(name) && before !== null && after !== null
  return isNumber ? decimal(String(before)).eq(String(after)) : before === after
}

function isNumeric(name: FieldName): boolean {
  const { kind } = definitionOf(name)
  return kind === "decimal" || kind === "whole"
}
