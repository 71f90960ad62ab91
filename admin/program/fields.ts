import { type Bounds, NAME_LENGTH, RULE_BOUNDS } from "../../src/domain/program/limits"
import {
  CLAWBACK_POLICIES,
  EARN_ON,
  EARNING_BASES,
  type ProgramRules,
  ROUNDINGS,
} from "../../src/domain/program/rules"

/** The parts of the form, in its order. Texts: `program.groups.*`. */
export const GROUPS = ["program", "earning", "paying", "validity", "refunds"] as const
export type Group = (typeof GROUPS)[number]

/** What a number counts. Texts: `program.units.*`. */
export type Unit = "points" | "points_per_unit" | "money" | "percent" | "days"

/** How a number is typed. `empty` says what no number means and that it is allowed. */
export type NumberField = {
  kind: "decimal" | "whole"
  unit: Unit
  bounds: Bounds
  empty?: "none" | "never"
}

export type ChoiceField = { kind: "choice"; options: readonly string[] }

export type TextField = { kind: "text"; maxLength: number }
export type SwitchField = { kind: "switch" }

export type FieldDefinition = { group: Group } & (
  NumberField | ChoiceField | TextField | SwitchField
)

/**
 * Every field of a program, once: the form, its checks, the history and the texts follow from it.
 * A new rule is an entry here and its texts under `program.fields.<name>`.
 */
export const PROGRAM_FIELDS = {
  name: { group: "program", kind: "text", maxLength: NAME_LENGTH },
  is_enabled: { group: "program", kind: "switch" },
  points_per_currency_unit: {
    group: "earning",
    kind: "decimal",
    unit: "points_per_unit",
    bounds: RULE_BOUNDS.points_per_currency_unit,
  },
  earning_basis: { group: "earning", kind: "choice", options: EARNING_BASES },
  earn_on: { group: "earning", kind: "choice", options: EARN_ON },
  rounding: { group: "earning", kind: "choice", options: ROUNDINGS },
  point_value: {
    group: "paying",
    kind: "decimal",
    unit: "money",
    bounds: RULE_BOUNDS.point_value,
  },
  minimum_balance: {
    group: "paying",
    kind: "whole",
    unit: "points",
    bounds: RULE_BOUNDS.minimum_balance,
  },
  minimum_order_total: {
    group: "paying",
    kind: "decimal",
    unit: "money",
    bounds: RULE_BOUNDS.minimum_order_total,
  },
  maximum_discount: {
    group: "paying",
    kind: "decimal",
    unit: "money",
    bounds: RULE_BOUNDS.maximum_discount,
    empty: "none",
  },
  maximum_discount_percent: {
    group: "paying",
    kind: "decimal",
    unit: "percent",
    bounds: RULE_BOUNDS.maximum_discount_percent,
    empty: "none",
  },
  combine_with_promotions: { group: "paying", kind: "switch" },
  validity_days: {
    group: "validity",
    kind: "whole",
    unit: "days",
    bounds: RULE_BOUNDS.validity_days,
    empty: "never",
  },
  pending_days: {
    group: "validity",
    kind: "whole",
    unit: "days",
    bounds: RULE_BOUNDS.pending_days,
  },
  clawback_policy: { group: "refunds", kind: "choice", options: CLAWBACK_POLICIES },
} as const satisfies Record<keyof ProgramRules | "name", FieldDefinition>

export type FieldName = keyof typeof PROGRAM_FIELDS

export const FIELD_NAMES = Object.keys(PROGRAM_FIELDS) as FieldName[]

/** A field's definition without the literal types of its entry. */
export function definitionOf(name: FieldName): FieldDefinition {
  return PROGRAM_FIELDS[name]
}

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(PROGRAM_FIELDS, name)
}

/** The fields of a part of the form, in order. */
export function fieldsOf(group: Group): FieldName[] {
  return FIELD_NAMES.filter((name) => definitionOf(name).group === group)
}
