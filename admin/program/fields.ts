import type { FieldDefinition } from "../../src/domain/fields/field"
import {
  PROGRAM_NAME,
  RULE_GROUPS,
  type RuleGroup,
  RULES,
  type RuleUnit,
} from "../../src/domain/program/rules"

/** The sections of the form, in order. Texts: `program.groups.*`. */
export const GROUPS = RULE_GROUPS
export type Group = RuleGroup

/** What a number counts. Texts: `program.units.*`. */
export type Unit = RuleUnit

/** Every field of a program's form. Texts: `program.fields.<name>`. */
export const PROGRAM_FIELDS = { name: PROGRAM_NAME, ...RULES.definitions } as const

export type FieldName = keyof typeof PROGRAM_FIELDS
export type ProgramField = FieldDefinition<Group, Unit>
export type ProgramFieldOf<Kind> = Extract<ProgramField, { kind: Kind }>

export const FIELD_NAMES = Object.keys(PROGRAM_FIELDS) as FieldName[]

/** A field's definition without the literal types of its entry. */
export function definitionOf(name: FieldName): ProgramField {
  return PROGRAM_FIELDS[name]
}

/** The fields of a section of the form, in order. */
export function fieldsOf(group: Group): FieldName[] {
  return FIELD_NAMES.filter((name) => definitionOf(name).group === group)
}
