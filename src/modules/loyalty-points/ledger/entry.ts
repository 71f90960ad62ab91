import { createHash } from "node:crypto"

import type { EntryInput } from "./types"

/** Fields of the SQL type loyalty_entry, in its order. */
const ENTRY_FIELD_COUNT = 12

/** The parameters of a loyalty_entry, in the order of its fields. */
export function entryParameters(kind: string, entry: EntryInput, now: Date): unknown[] {
  return [
    kind,
    entry.source?.type ?? null,
    entry.source?.id ?? null,
    entry.program?.id ?? null,
    entry.program?.version ?? null,
    entry.idempotency_key ?? null,
    entry.idempotency_key === undefined ? null : inputHash(entry.input),
    entry.reason ?? null,
    entry.actor?.type ?? null,
    entry.actor?.id ?? null,
    entry.details ? JSON.stringify(entry.details) : null,
    now,
  ]
}

/** `ROW($n, …)::loyalty_entry` for parameters that start at $first. */
export function entryExpression(first: number): string {
  const places = Array.from({ length: ENTRY_FIELD_COUNT }, (_, index) => `$${first + index}`)
  return `ROW(${places.join(", ")})::loyalty_entry`
}

/** md5 as a uuid: distinguishes a replay from misuse of the key; it has no security purpose. */
function inputHash(input: unknown): string {
  return createHash("md5").update(stableJson(input)).digest("hex")
}

function stableJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, nested: unknown) =>
      nested !== null && typeof nested === "object" && !Array.isArray(nested)
        ? Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : 1)))
        : nested
    ) ?? "null"
  )
}
