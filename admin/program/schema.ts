import * as z from "zod"

import {
  definitionOf,
  FIELD_NAMES,
  type FieldDefinition,
  type NumberField,
  type PROGRAM_FIELDS,
  type TextField,
} from "./fields"
import { checkNumber, type NumberProblem } from "./numbers"

/** What is wrong with a field; `tell` puts it into words. */
export type Problem = NumberProblem | { code: "name_required" } | { code: "too_long"; max: number }

export type SchemaContext = { language: string; tell(problem: Problem): string }

type Empty<Field> = Field extends { empty: string } ? null : never

/** What a field takes from the form and gives to the API, by its kind. */
type SchemaOf<Field> = Field extends { kind: "switch" }
  ? z.ZodType<boolean, boolean>
  : Field extends { kind: "choice"; options: readonly (infer Option)[] }
    ? z.ZodType<Option, Option>
    : Field extends { kind: "whole" }
      ? z.ZodType<number | Empty<Field>, string>
      : Field extends { kind: "decimal" }
        ? z.ZodType<string | Empty<Field>, string>
        : z.ZodType<string, string>

type Shape = { [Name in keyof typeof PROGRAM_FIELDS]: SchemaOf<(typeof PROGRAM_FIELDS)[Name]> }

/**
 * Checks the form as the API does and turns it into the API's body: decimals as strings in plain
 * notation, points and days as numbers, empty limits as null.
 */
export function programSchema(context: SchemaContext) {
  const fields = FIELD_NAMES.map((name) => [name, schemaOf(definitionOf(name), context)])
  return z.object({ currency_code: z.string().min(1), ...(Object.fromEntries(fields) as Shape) })
}

export type ProgramSchema = ReturnType<typeof programSchema>
/** The form's state: numbers as they were typed. */
export type ProgramFormValues = z.input<ProgramSchema>
/** A checked program, as the API takes it. */
export type ProgramInput = z.output<ProgramSchema>

function schemaOf(field: FieldDefinition, context: SchemaContext): z.ZodType {
  switch (field.kind) {
    case "switch":
      return z.boolean()
    case "choice":
      return z.enum(field.options)
    case "text":
      return textSchema(field, context)
    case "decimal":
    case "whole":
      return numberSchema(field, context)
  }
}

function textSchema({ maxLength }: TextField, { tell }: SchemaContext) {
  return z
    .string()
    .trim()
    .min(1, { error: () => tell({ code: "name_required" }) })
    .max(maxLength, { error: () => tell({ code: "too_long", max: maxLength }) })
}

function numberSchema({ kind, bounds, empty }: NumberField, { language, tell }: SchemaContext) {
  const rule = { kind, bounds, isOptional: empty !== undefined }
  return z.string().transform((text, issues) => {
    const check = checkNumber(text, rule, language)
    if ("problem" in check) {
      issues.addIssue({ code: "custom", message: tell(check.problem) })
      return z.NEVER
    }
    return kind === "whole" && check.value !== null ? Number(check.value) : check.value
  })
}
