import type { Fields } from "./define-fields"
import { type FieldDefinition, type FieldDefinitions, isNullable } from "./field"

const TYPES: Record<FieldDefinition["kind"], string> = {
  flag: "Boolean",
  whole: "Int",
  decimal: "String",
  choice: "String",
  day_of_year: "String",
  text: "String",
}

/** Fields as GraphQL, one per line. Decimals are strings, as stored. */
export function graphqlOf({ definitions }: Fields<FieldDefinitions>): string {
  return Object.entries(definitions)
    .map(([code, field]) => `    ${code}: ${TYPES[field.kind]}${isNullable(field) ? "" : "!"}`)
    .join("\n")
}
