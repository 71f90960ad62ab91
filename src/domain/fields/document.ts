import { boundsInWords, decimalsAllowed } from "./bounds"
import type { Fields } from "./define-fields"
import { type FieldDefinition, type FieldDefinitions, isNullable } from "./field"

/** A row of the documentation's table of fields, in Markdown without padding. */
export type DocumentRow = [field: string, value: string, byDefault: string, meaning: string]

/** The rows that document fields for developers: code, allowed values, default and meaning. */
export function documentRows({ definitions }: Fields<FieldDefinitions>): DocumentRow[] {
  return Object.entries(definitions).map(([code, field]) => {
    const orNull = isNullable(field) ? ", or null" : ""
    return [
      `\`${code}\``,
      allowedBy(field) + orNull,
      `\`${JSON.stringify(field.default)}\``,
      field.description,
    ]
  })
}

function allowedBy(field: FieldDefinition): string {
  switch (field.kind) {
    case "flag":
      return "true or false"
    case "whole":
      return `whole number ${boundsInWords(field.bounds)}`
    case "decimal":
      return `number or decimal string ${boundsInWords(field.bounds)}, at most ${decimalsAllowed(field.bounds)} decimals`
    case "choice":
      return field.options.map((option) => `\`${option}\``).join(", ")
    case "day_of_year":
      return "day of the year, `MM-DD`"
    case "text":
      return `text of at most ${field.maxLength} characters`
  }
}
