import { publicFields } from "../../../src/domain/fields/define-fields"
import { RULES } from "../../../src/domain/program/rules"
import { componentOf, type JsonSchema } from "../json-schema"

const PUBLIC_RULES = publicFields(RULES).codes
const ALL_RULES: readonly string[] = RULES.codes

/** Where the fields of an object stand that are the rules of a program: they have their own table. */
export const RULES_FIELD = "…rules"

/** What a schema allows, as a cell of a table: `time or null`. */
export function typeInWords(schema: JsonSchema): string {
  const code = shapeOf(schema)
  if (code) {
    return `\`${code}\``
  }
  if (schema.anyOf) {
    return schema.anyOf.map(typeInWords).join(" or ")
  }
  if (schema.enum) {
    return choices(schema.enum)
  }
  if ("const" in schema) {
    return `\`${String(schema.const)}\``
  }
  return [schema.type ?? []]
    .flat()
    .map((type) => plainType(type, schema))
    .join(" or ")
}

/** The name of the object that a component describes: `LoyaltyAccount` is `loyalty_account`. */
export const objectName = (component: string): string =>
  component.replace(/\B[A-Z]/g, "_$&").toLowerCase()

/** Objects and lists of objects: `loyalty_lot`, `[{ points, expires_at }]`; undefined for others. */
export function shapeOf(schema: JsonSchema): string | undefined {
  const component = componentOf(schema)
  if (component) {
    return objectName(component)
  }
  if (schema.properties) {
    return `{ ${fieldNames(schema).join(", ")} }`
  }
  const items = schema.items && shapeOf(schema.items)
  return items && `[${items}]`
}

/** The names of an object's fields; those that may be left out have a question mark. */
export function fieldNames({ properties = {}, required = [] }: JsonSchema): string[] {
  return Object.keys(withRulesFolded(properties)).map((name) =>
    name === RULES_FIELD || required.includes(name) ? name : `${name}?`
  )
}

/** An object's fields with one in the place of all rules of a program, if it has them. */
export function withRulesFolded(fields: Record<string, JsonSchema>): Record<string, JsonSchema> {
  if (!hasRules(fields)) {
    return fields
  }
  const folded = Object.entries(fields).map(([name, schema]) =>
    ALL_RULES.includes(name) ? [RULES_FIELD, {}] : [name, schema]
  )
  return Object.fromEntries(folded) as Record<string, JsonSchema>
}

export const hasRules = (fields: Record<string, JsonSchema>): boolean =>
  PUBLIC_RULES.every((code) => code in fields)

function choices(values: unknown[]): string {
  const words = values.filter((value) => value !== null).map((value) => `\`${String(value)}\``)
  return words.join(", ") + (values.includes(null) ? ", or null" : "")
}

function plainType(type: string, { format, items }: JsonSchema): string {
  switch (type) {
    case "array":
      return items ? `list of ${typeInWords(items)}` : "list"
    case "boolean":
      return "true or false"
    case "integer":
      return "whole number"
    case "string":
      return format === "date-time" ? "time" : format === "date" ? "day" : "text"
    default:
      return type
  }
}
