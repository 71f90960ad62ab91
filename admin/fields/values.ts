import { decimal } from "../../src/domain/shared/decimal"
import type { FieldDefinition, FieldDefinitions } from "../../src/domain/fields/field"
import { numberAsTyped } from "./numbers"

/** A field's value in the API's answers. */
export type FieldValue = string | number | boolean | null

/** Values for a form: numbers in the language's notation, null as an empty text. */
export function valuesAsTyped(
  definitions: FieldDefinitions,
  values: Record<string, FieldValue>,
  language: string
): Record<string, string | boolean> {
  const typed = Object.entries(definitions).map(([code, field]) => [
    code,
    asTyped(field, values[code] ?? null, language),
  ])
  return Object.fromEntries(typed) as Record<string, string | boolean>
}

function asTyped(field: FieldDefinition, value: FieldValue, language: string): string | boolean {
  if (typeof value === "boolean") {
    return value
  }
  return isNumeric(field) ? numberAsTyped(value, language) : (value ?? "").toString()
}

/** The codes of the fields that a form changed; 0.5 and "0.50" are the same. */
export function changedCodes(
  definitions: FieldDefinitions,
  before: Record<string, FieldValue>,
  after: Record<string, FieldValue>
): string[] {
  return Object.entries(definitions)
    .filter(([code, field]) => !isSame(field, before[code] ?? null, after[code] ?? null))
    .map(([code]) => code)
}

function isSame(field: FieldDefinition, before: FieldValue, after: FieldValue): boolean {
  const isNumber = isNumeric(field) && before !== null && after !== null
  return isNumber ? decimal(String(before)).eq(String(after)) : before === after
}

function isNumeric({ kind }: FieldDefinition): boolean {
  return kind === "decimal" || kind === "whole"
}
