import { type Components, componentOf, type JsonSchema } from "./json-schema"

const HEAD = `// Made by \`npm run openapi\` from the contracts in src/api: edit their schemas.
`

/**
 * The answers as plain TypeScript, which needs no zod where it is used: `LoyaltyQuote` becomes
 * `HttpLoyaltyQuote`.
 */
export function answerTypes(components: Components): string {
  const types = Object.entries(components)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, schema]) => `${docOf(schema)}export type Http${name} = ${typeOf(schema)}\n`)
  return [HEAD, ...types].join("\n")
}

function typeOf(schema: JsonSchema): string {
  const component = componentOf(schema)
  if (component) {
    return `Http${component}`
  }
  if ("const" in schema) {
    return JSON.stringify(schema.const)
  }
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(" | ")
  }
  if (schema.anyOf) {
    return schema.anyOf.map(typeOf).join(" | ")
  }
  const types = [schema.type ?? []].flat().map((type) => typeNamed(type, schema))
  return types.length > 0 ? types.join(" | ") : "unknown"
}

function typeNamed(type: string, schema: JsonSchema): string {
  if (type === "array") {
    return `(${typeOf(schema.items ?? {})})[]`
  }
  if (type === "object") {
    return schema.properties ? objectType(schema) : recordType(schema)
  }
  return type === "integer" ? "number" : type
}

function objectType({ properties = {}, required = [] }: JsonSchema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${docOf(schema)}${name}${required.includes(name) ? "" : "?"}: ${typeOf(schema)}`
  )
  return `{\n${fields.join("\n")}\n}`
}

function recordType({ additionalProperties }: JsonSchema): string {
  const value = typeof additionalProperties === "object" ? typeOf(additionalProperties) : "unknown"
  return `Record<string, ${value}>`
}

const docOf = ({ description }: JsonSchema): string =>
  description ? `/** ${description} */\n` : ""
