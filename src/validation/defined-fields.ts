import { z } from "@medusajs/framework/zod"

import { DAY_OF_YEAR_PATTERN, readDayOfYear } from "../domain/fields/day-of-year"
import type { Fields } from "../domain/fields/define-fields"
import {
  type FieldDefinition,
  type FieldDefinitions,
  isNullable,
  type ValueOf,
} from "../domain/fields/field"
import { decimalField, textField, wholeNumberField } from "./fields"

/** What a request may send for a field: decimals as numbers or strings. */
type Given<Field> = Field extends { kind: "decimal" } ? ValueOf<Field> | number : ValueOf<Field>

type Checks<Definitions> = {
  -readonly [Code in keyof Definitions]: z.ZodOptional<
    z.ZodType<ValueOf<Definitions[Code]>, Given<Definitions[Code]>>
  >
}

/**
 * Schemas for a request's fields, all optional. An invalid value is refused with the field's name and
 * what is allowed; decimals become decimal strings.
 */
export function checksOf<Definitions extends FieldDefinitions>({
  definitions,
}: Fields<Definitions>): Checks<Definitions> {
  const checks = Object.entries(definitions).map(([code, field]) => [
    code,
    checkOf(code, field).optional().describe(field.description),
  ])
  return Object.fromEntries(checks) as Checks<Definitions>
}

function checkOf(code: string, field: FieldDefinition): z.ZodType {
  const check = checkOfValue(code, field)
  return isNullable(field) ? check.nullable() : check
}

function checkOfValue(code: string, field: FieldDefinition): z.ZodType {
  switch (field.kind) {
    case "flag":
      return z.boolean({ error: `${code}: expected true or false` })
    case "whole":
      return wholeNumberField(code, field.bounds)
    case "decimal":
      return decimalField(code, field.bounds)
    case "choice":
      return z.enum(field.options, {
        error: `${code}: expected one of ${field.options.join(", ")}`,
      })
    case "day_of_year":
      return dayOfYearField(code)
    case "text":
      return textField(code).trim().min(1).max(field.maxLength)
  }
}

function dayOfYearField(code: string) {
  const message = `${code}: expected a day of the year as MM-DD, such as 12-31`
  return z
    .string({ error: message })
    .refine((text) => readDayOfYear(text) !== null, message)
    .meta({ pattern: DAY_OF_YEAR_PATTERN, examples: ["12-31"] })
}

/** A field's value in an answer: decimals as numbers. */
type Answered<Field> = Field extends { kind: "decimal" }
  ? number | Extract<ValueOf<Field>, null>
  : ValueOf<Field>

type Answers<Definitions> = {
  -readonly [Code in keyof Definitions]: z.ZodType<Answered<Definitions[Code]>>
}

/** Schemas for an answer's fields. */
export function answersOf<Definitions extends FieldDefinitions>({
  definitions,
}: Fields<Definitions>): Answers<Definitions> {
  const answers = Object.entries(definitions).map(([code, field]) => {
    const answer = answerOf(field)
    return [code, (isNullable(field) ? answer.nullable() : answer).describe(field.description)]
  })
  return Object.fromEntries(answers) as Answers<Definitions>
}

function answerOf(field: FieldDefinition): z.ZodType {
  switch (field.kind) {
    case "flag":
      return z.boolean()
    case "whole":
      return z.int().min(0)
    case "decimal":
      return z.number()
    case "choice":
      return z.enum(field.options)
    case "day_of_year":
    case "text":
      return z.string()
  }
}
