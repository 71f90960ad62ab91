import * as z from "zod"

import { readDayOfYear } from "../../src/domain/fields/day-of-year"
import {
  type DecimalField,
  type FieldDefinition,
  type FieldDefinitions,
  isNullable,
  type ValueOf,
  type WholeField,
} from "../../src/domain/fields/field"
import { checkNumber, type NumberProblem } from "./numbers"

/** `explain` puts a field's problem into words. */
export type Problem =
  NumberProblem | { code: "text_required" | "no_day" } | { code: "too_long"; max: number }

export type SchemaContext = { language: string; explain(problem: Problem): string }

/** A field's value in a form: a switch's state, a choice, or text as typed. */
type TypedOf<Field> = Field extends { kind: "flag" | "choice" } ? ValueOf<Field> : string

type Shape<Definitions> = {
  -readonly [Code in keyof Definitions]: z.ZodType<
    ValueOf<Definitions[Code]>,
    TypedOf<Definitions[Code]>
  >
}

/**
 * Validates a form's fields as the API does and converts them to the API's body: decimals to strings in
 * plain notation, whole numbers to numbers, empty fields to null.
 */
export function formShape<const Definitions extends FieldDefinitions>(
  definitions: Definitions,
  context: SchemaContext
): Shape<Definitions> {
  const shape = Object.entries(definitions).map(([code, field]) => [code, schemaOf(field, context)])
  return Object.fromEntries(shape) as Shape<Definitions>
}

function schemaOf(field: FieldDefinition, context: SchemaContext): z.ZodType {
  switch (field.kind) {
    case "flag":
      return z.boolean()
    case "choice":
      return z.enum(field.options)
    case "text":
      return textSchema(field.maxLength, context)
    case "day_of_year":
      return dayOfYearSchema(isNullable(field), context)
    case "decimal":
    case "whole":
      return numberSchema(field, context)
  }
}

function textSchema(maxLength: number, { explain }: SchemaContext) {
  return z
    .string()
    .trim()
    .min(1, { error: () => explain({ code: "text_required" }) })
    .max(maxLength, { error: () => explain({ code: "too_long", max: maxLength }) })
}

function dayOfYearSchema(isOptional: boolean, { explain }: SchemaContext) {
  return z
    .string()
    .refine((text) => (text === "" ? isOptional : readDayOfYear(text) !== null), {
      error: () => explain({ code: "no_day" }),
    })
    .transform((text) => (text === "" ? null : text))
}

function numberSchema(field: DecimalField | WholeField, { language, explain }: SchemaContext) {
  const { kind, bounds, empty } = field
  const rule = { kind, bounds, isOptional: empty !== undefined }
  return z.string().transform((text, issues) => {
    const check = checkNumber(text, rule, language)
    if ("problem" in check) {
      issues.addIssue({ code: "custom", message: explain(check.problem) })
      return z.NEVER
    }
    return kind === "whole" && check.value !== null ? Number(check.value) : check.value
  })
}
