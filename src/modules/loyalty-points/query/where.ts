import { MedusaError } from "@medusajs/framework/utils"

/** Filters as Medusa's Query passes them: values, lists, operators, $and and $or. */
export type Filters = Record<string, unknown>

/**
 * A field that Query may filter and order by: an SQL expression, or one with a cheaper lookup than
 * comparing the expression.
 */
export type QueryField = string | { sql: string; oneOf: (places: string[]) => string }

/** Collects parameters; `add` returns the placeholder of the added one. */
export class Parameters {
  readonly values: unknown[] = []

  add(value: unknown): string {
    return `$${this.values.push(value)}`
  }
}

const COMPARISONS: Record<string, string> = {
  $gt: ">",
  $gte: ">=",
  $lt: "<",
  $lte: "<=",
  $like: "LIKE",
  $ilike: "ILIKE",
}

/** @throws INVALID_DATA for a field or an operator that does not exist */
export function whereOf(
  filters: Filters,
  fields: Record<string, QueryField>,
  parameters: Parameters
): string {
  const conditions = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => conditionOf(name, value, fields, parameters))
  return conditions.length > 0 ? conditions.join(" AND ") : "true"
}

function conditionOf(
  name: string,
  value: unknown,
  fields: Record<string, QueryField>,
  parameters: Parameters
): string {
  if (name === "$and" || name === "$or") {
    const parts = (value as Filters[]).map((part) => `(${whereOf(part, fields, parameters)})`)
    const none = name === "$and" ? "true" : "false"
    return parts.length > 0 ? `(${parts.join(name === "$and" ? " AND " : " OR ")})` : none
  }
  if (name === "$not") {
    return `NOT (${whereOf(value as Filters, fields, parameters)})`
  }
  return compare(fieldOf(name, fields), value, parameters)
}

function compare(field: QueryField, value: unknown, parameters: Parameters): string {
  if (value === null) {
    return `${sqlOf(field)} IS NULL`
  }
  if (Array.isArray(value)) {
    return isOneOf(field, value, parameters)
  }
  if (typeof value !== "object" || value instanceof Date) {
    return isOneOf(field, [value], parameters)
  }
  const operators = Object.entries(value as Filters)
  return operators
    .map(([name, given]) => applyOperator(field, name, given, parameters))
    .join(" AND ")
}

function applyOperator(
  field: QueryField,
  operator: string,
  value: unknown,
  parameters: Parameters
): string {
  const comparison = COMPARISONS[operator]
  if (comparison) {
    return `${sqlOf(field)} ${comparison} ${parameters.add(value)}`
  }
  switch (operator) {
    case "$eq":
    case "$in":
      return compare(field, value, parameters)
    case "$ne":
    case "$nin":
    case "$not":
      return `(${compare(field, value, parameters)}) IS NOT TRUE`
    default:
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Unknown operator "${operator}"; allowed: ${Object.keys(COMPARISONS).join(", ")}, $eq, $ne, $in, $nin, $not`
      )
  }
}

function isOneOf(field: QueryField, values: unknown[], parameters: Parameters): string {
  if (values.length === 0) {
    return "false"
  }
  const places = values.map((value) => parameters.add(value))
  return typeof field === "string" ? `${field} IN (${places.join(", ")})` : field.oneOf(places)
}

/** `balance: "DESC"` → the SQL of ORDER BY. Nested orders of relations are not supported. */
export function orderOf(
  order: Record<string, unknown> | undefined,
  fields: Record<string, QueryField>,
  fallback: string
): string {
  const parts = Object.entries(order ?? {}).map(
    ([name, direction]) =>
      `${sqlOf(fieldOf(name, fields))} ${/^(desc|-1)$/i.test(String(direction)) ? "DESC" : "ASC"}`
  )
  return [...parts, fallback].join(", ")
}

function fieldOf(name: string, fields: Record<string, QueryField>): QueryField {
  const field = fields[name]
  if (!field) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Unknown field "${name}"; allowed: ${Object.keys(fields).join(", ")}`
    )
  }
  return field
}

const sqlOf = (field: QueryField): string => (typeof field === "string" ? field : field.sql)
