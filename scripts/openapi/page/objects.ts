import { componentOf, type Components, type JsonSchema } from "../json-schema"
import { table } from "./table"
import {
  fieldNames,
  hasRules,
  objectName,
  RULES_FIELD,
  typeInWords,
  withRulesFolded,
} from "./words"

type Fields = Record<string, JsonSchema>

/** Fewer fields alike are no likeness. */
const LEAST_IN_COMMON = 4

/** A heading, the list of fields and a table of them for each object that the routes answer. */
export function objectTables(components: Components): string {
  return Object.keys(components)
    .map((name) => objectTable(name, components))
    .join("\n\n")
}

function objectTable(name: string, components: Components): string {
  const { description = "", properties = {}, required } = components[name] ?? {}
  const base = baseOf(name, components)
  const own = base ? without(properties, components[base]?.properties ?? {}) : properties
  const names = fieldNames({ properties: own, required })
  const all = base ? [`…${objectName(base)}`, ...names] : names
  const rows = rowsOf(withRulesFolded(own), "", new Set())
  return [
    `### ${objectName(name)}`,
    description,
    `\`{ ${all.join(", ")} }\``,
    table(["field", "type", "meaning"], rows),
  ].join("\n\n")
}

/** The object that this one has all fields of, and more. */
function baseOf(name: string, components: Components): string | undefined {
  const fields = components[name]?.properties ?? {}
  if (hasRules(fields)) {
    return undefined
  }
  return Object.keys(components).find((other) => {
    const those = components[other]?.properties ?? {}
    const isSmaller = Object.keys(those).length < Object.keys(fields).length
    const isEnough = Object.keys(those).length >= LEAST_IN_COMMON
    return isSmaller && isEnough && Object.keys(without(those, fields)).length === 0
  })
}

function without(fields: Fields, others: Fields): Fields {
  const rest = Object.entries(fields).filter(
    ([name, schema]) => JSON.stringify(schema) !== JSON.stringify(others[name])
  )
  return Object.fromEntries(rest)
}

/** Fields within fields have a row when they have a meaning that no row has given yet. */
function rowsOf(fields: Fields, path: string, given: Set<string>): string[][] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const { description = "" } = schema
    const meaning = `${name}: ${description}`
    const isNew = path === "" || (description !== "" && !given.has(meaning))
    given.add(meaning)
    const { fields: inner, suffix } = innerFields(schema)
    return [
      ...(isNew ? [rowOf(path + name, schema)] : []),
      ...rowsOf(inner, `${path}${name}${suffix}.`, given),
    ]
  })
}

function rowOf(field: string, schema: JsonSchema): string[] {
  return field === RULES_FIELD
    ? [`\`${field}\``, "", "Each [rule](#rules-of-a-program) as a field."]
    : [`\`${field}\``, typeInWords(schema), schema.description ?? ""]
}

/** The fields of an object, or of the objects of a list, that have no table of their own. */
function innerFields(schema: JsonSchema): { fields: Fields; suffix: string } {
  if (schema.items) {
    const { fields, suffix } = innerFields(schema.items)
    return { fields, suffix: `[]${suffix}` }
  }
  const object = [schema, ...(schema.anyOf ?? [])].find(
    (one) => one.properties && !componentOf(one) && !hasRules(one.properties)
  )
  return { fields: object?.properties ?? {}, suffix: "" }
}
