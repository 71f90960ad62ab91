import type { Document, Operation } from "../document"
import { componentOf, type JsonSchema } from "../json-schema"
import { table } from "./table"
import { fieldNames, objectName, shapeOf } from "./words"

const JSON_TYPE = "application/json"

/** A table for each tag that has routes under a path such as `/store`. */
export function routeTables(document: Document, under: string): string {
  return document.tags
    .map(({ name, description }) => ({ name, description, rows: rowsOf(document, under, name) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, description, rows }) =>
      [`### ${headingOf(name)}`, description, table(["route", "answer"], rows)].join("\n\n")
    )
    .join("\n\n")
}

/** `Store: carts` is `Carts` among the routes of the store. */
function headingOf(tag: string): string {
  const words = tag.replace(/^.*: /, "")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function rowsOf({ paths }: Document, under: string, tag: string): string[][] {
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(`${under}/`))
    .flatMap(([path, operations]) => Object.entries(operations).map((entry) => [path, ...entry]))
    .map(([path, method, operation]) => ({ path, method, operation }) as Row)
    .filter(({ operation }) => operation.tags.includes(tag))
    .map((row) => [requestOf(row), answerOf(row.operation)])
}

type Row = { path: string; method: string; operation: Operation }

/** `POST /store/carts/:id/loyalty-points?fields` and the fields of its body. */
function requestOf({ path, method, operation }: Row): string {
  const query = operation.parameters.filter((one) => one.in === "query").map(({ name }) => name)
  const address = path.replace(/\{(\w+)\}/g, ":$1")
  const body = fieldNames(operation.requestBody?.content[JSON_TYPE]?.schema ?? {})
  return [
    method.toUpperCase(),
    address + (query.length > 0 ? `?${query.join("&")}` : ""),
    ...(body.length > 0 ? [`\`{ ${body.join(", ")} }\``] : []),
  ].join(" ")
}

function answerOf({ summary, description, responses }: Operation): string {
  const { content } = responses[200] as { content: Record<string, { schema: JsonSchema }> }
  const { [JSON_TYPE]: json, ...others } = content
  const fields = Object.entries(json?.schema.properties ?? {}).map(fieldOf)
  const shapes = [`\`{ ${fields.join(", ")} }\``, ...Object.keys(others)]
  return [`${shapes.join(" or ")}. ${summary}.`, description].filter(Boolean).join(" ")
}

/** A field of an answer, with the object it holds unless its own name says which. */
function fieldOf([name, schema]: [string, JsonSchema]): string {
  const component = componentOf(schema) ?? componentOf(schema.items ?? {})
  const isPlain = !component || [name, name.replace(/s$/, "")].includes(objectName(component))
  return isPlain ? name : `${name}: ${shapeOf(schema)}`
}
