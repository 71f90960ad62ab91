import type { Bounds } from "./bounds"

/**
 * What null means for a nullable field: there is no such limit, it never happens, or it is not used.
 * Without it, null is refused.
 */
export type Empty = "none" | "never" | "unused"

/** Yes or no. */
export type FlagField = { kind: "flag"; default: boolean }

/** A whole number, stored as a number. `unit` says what it counts. */
export type WholeField<Unit extends string = string> = {
  kind: "whole"
  unit: Unit
  bounds: Bounds & { min: number }
  default: number | null
  empty?: Empty
}

/** An exact number: money, a percentage or a rate, stored as a decimal string. */
export type DecimalField<Unit extends string = string> = {
  kind: "decimal"
  unit: Unit
  bounds: Bounds
  default: string | null
  empty?: Empty
}

/** One of a list of words. */
export type ChoiceField = {
  kind: "choice"
  options: readonly [string, ...string[]]
  default: string
}

/** A day of the year, stored as "MM-DD". */
export type DayOfYearField = { kind: "day_of_year"; default: string | null; empty?: Empty }

/** A line of text that is not blank. */
export type TextField = { kind: "text"; maxLength: number; default: string }

/** `group` is its section in the form, `description` its meaning in the reference. */
export type FieldDefinition<Group extends string = string, Unit extends string = string> = {
  group: Group
  description: string
  /** For merchants only: not sent to a shopper's browser. */
  isInternal?: boolean
} & (FlagField | WholeField<Unit> | DecimalField<Unit> | ChoiceField | DayOfYearField | TextField)

export type FieldDefinitions = Readonly<Record<string, FieldDefinition>>

type Null<Field> = Field extends { empty: Empty } ? null : never

/** The type of a field's value. */
export type ValueOf<Field> = Field extends { kind: "flag" }
  ? boolean
  : Field extends { kind: "choice"; options: readonly (infer Option)[] }
    ? Option
    : Field extends { kind: "whole" }
      ? number | Null<Field>
      : Field extends { kind: "decimal" | "day_of_year" | "text" }
        ? string | Null<Field>
        : never

/** The values of all fields of some definitions, by code. */
export type ValuesOf<Definitions> = {
  -readonly [Code in keyof Definitions]: ValueOf<Definitions[Code]>
}

/** The codes of all fields of one kind. */
export type CodesOfKind<Definitions, Kind extends FieldDefinition["kind"]> = {
  [Code in keyof Definitions]: Definitions[Code] extends { kind: Kind } ? Code : never
}[keyof Definitions]

/** The codes of the internal fields. */
export type InternalCodes<Definitions> = {
  [Code in keyof Definitions]: Definitions[Code] extends { isInternal: true } ? Code : never
}[keyof Definitions]

export function isNullable(field: FieldDefinition): boolean {
  return "empty" in field && field.empty !== undefined
}
