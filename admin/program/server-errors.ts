import { FIELD_NAMES, type FieldName } from "./fields"

export type FieldError = { field: FieldName; message: string }

const PREFIX = /^Invalid request: /

/**
 * The fields named in an API error: "Invalid request: point_value: expected …; name: …". Empty if it
 * names none.
 */
export function fieldErrorsOf(message: string): FieldError[] {
  return message
    .replace(PREFIX, "")
    .split("; ")
    .flatMap((part) => {
      const field = FIELD_NAMES.find((name) => part.startsWith(`${name}: `))
      return field ? [{ field, message: part.slice(field.length + 2) }] : []
    })
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
