import type { Fields } from "../../../domain/fields/define-fields"
import type { FieldDefinition, FieldDefinitions } from "../../../domain/fields/field"

/** The types by which PostgreSQL compares and sorts values of a kind; the others are text. */
const CASTS: Partial<Record<FieldDefinition["kind"], string>> = {
  flag: "::boolean",
  whole: "::bigint",
  decimal: "::numeric",
}

/** Defined fields stored in a JSON column, each a field that Query can filter and sort by. */
export function jsonFields(
  column: string,
  { definitions }: Fields<FieldDefinitions>
): Record<string, string> {
  const fields = Object.entries(definitions).map(([code, { kind }]) => [
    code,
    `(${column}->>'${code}')${CASTS[kind] ?? ""}`,
  ])
  return Object.fromEntries(fields) as Record<string, string>
}
