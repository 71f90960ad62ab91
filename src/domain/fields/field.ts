import type { Bounds } from "./bounds"

/**
 * What null means, for a field that can be null: there is no such limit, it never happens, or it is
 * not used. Without it null is refused.
 */
export type Empty = "none" | "never" | "unused"

/** Yes or no. */
export type FlagField = { kind: "flag"; default: boolean }

/** A whole number, kept as a number. `unit` says what it counts. */
export type WholeField<Unit extends string = string> = {
  kind: "whole"
  unit: Unit
  bounds: Bounds & { min: number }
  default: number | null
  empty?: Empty
}

/** An exact number: money, a percentage or a rate, kept as a decimal string. */
export type DecimalField<Unit extends string = string> = {
  kind: "decimal"
  unit: Unit
  bounds: Bounds
  default: string | null
  empty?: Empty
}

/** One of some words. */
export type ChoiceField = {
  kind: "choice"
  options: readonly [string, ...string[]]
  default: string
}

/** A day of the year, kept as "MM-DD". */
export type DayOfYearField = { kind: "day_of_year"; default: string | null; empty?: Empty }

/** A line of text that is not blank. */
export type TextField = { kind: "text"; maxLength: number; default: string }

/** `group` is the part of a form in which it stands, `description` its meaning in the reference. */
export type FieldDefinition<Group extends string = string, Unit extends string = string> = {
  group: Group
  description: string
  /** Known to the merchant alone: left out of what a shopper's browser reads. */
  isInternal?: boolean
} & (FlagField | WholeField<Unit> | DecimalField<Unit> | ChoiceField | DayOfYearField | TextField)

export type FieldDefinitions = Readonly<Record<string, FieldDefinition>>

type Null<Field> = Field extends { empty: Empty } ? null : never

/** What a field of a definition holds. */
export type ValueOf<Field> = Field extends { kind: "flag" }
  ? boolean
  : Field extends { kind: "choice"; options: readonly (infer Option)[] }
    ? Option
    : Field extends { kind: "whole" }
      ? number | Null<Field>
      : Field extends { kind: "decimal" | "day_of_year" | "text" }
        ? string | Null<Field>
        : never

/** What all fields of some definitions hold, by their codes. */
export type ValuesOf<Definitions> = {
  -readonly [Code in keyof Definitions]: ValueOf<Definitions[Code]>
}

/** The codes of the fields of a kind. */
export type CodesOfKind<Definitions, Kind extends FieldDefinition["kind"]> = {
  [Code in keyof Definitions]: Definitions[Code] extends { kind: Kind } ? Code : never
}[keyof Definitions]

/** The codes of the fields that only the merchant knows. */
export type InternalCodes<Definitions> = {
  [Code in keyof Definitions]: Definitions[Code] extends { isInternal: true } ? Code : never
}[keyof Definitions]

export function isNullable(field: FieldDefinition): boolean {
  return "empty" in field && field.empty !== undefined
}
