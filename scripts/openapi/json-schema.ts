import { z } from "@medusajs/framework/zod"

/** A JSON schema as OpenAPI 3.1 takes it: the part that is used here. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  description?: string
  default?: unknown
  [keyword: string]: unknown
}

/** Schemas by name, in the order in which they were met. */
export type Components = Record<string, JsonSchema>

const COMPONENTS = "#/components/schemas/"
const DEFINITIONS = "#/$defs/"

/**
 * A zod schema as a reader of the reference should see it: what a request may be (`input`) or what
 * an answer is (`output`). Schemas with an id are put into `components` and referred to.
 */
export function jsonSchemaOf(
  schema: z.ZodType,
  io: "input" | "output",
  components: Components
): JsonSchema {
  // Wrapped, so that a schema with an id becomes a reference too.
  const { properties, $defs } = z.toJSONSchema(z.object({ schema }), { io }) as {
    properties?: Record<"schema", JsonSchema>
    $defs?: Components
  }
  for (const [name, definition] of Object.entries($defs ?? {})) {
    components[name] ??= tidy(definition)
  }
  return tidy(properties?.schema ?? {})
}

/** The name of the component that a schema refers to. */
export function componentOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.startsWith(COMPONENTS) ? $ref.slice(COMPONENTS.length) : undefined
}

/** Without what says nothing to a reader: bounds of a double, patterns of known formats. */
function tidy({ $schema: _, id: __, propertyNames: ___, ...schema }: JsonSchema): JsonSchema {
  if (typeof schema.format === "string") {
    delete schema.pattern
  }
  if (schema.minimum === Number.MIN_SAFE_INTEGER) {
    delete schema.minimum
  }
  if (schema.maximum === Number.MAX_SAFE_INTEGER) {
    delete schema.maximum
  }
  return mergeNull({
    ...schema,
    ...(schema.$ref && { $ref: schema.$ref.replace(DEFINITIONS, COMPONENTS) }),
    ...(schema.properties && { properties: tidyEach(schema.properties) }),
    ...(schema.items && { items: tidy(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.flatMap(alternativesOf) }),
    ...(typeof schema.additionalProperties === "object" && {
      additionalProperties: orAnything(tidy(schema.additionalProperties)),
    }),
  })
}

function tidyEach(schemas: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, tidy(schema)]))
}

/** An alternative that is alternatives itself stands for them. */
function alternativesOf(schema: JsonSchema): JsonSchema[] {
  const tidied = tidy(schema)
  const isOnlyAnyOf = Object.keys(tidied).every((keyword) => keyword === "anyOf")
  return isOnlyAnyOf && tidied.anyOf ? tidied.anyOf : [tidied]
}

const orAnything = (schema: JsonSchema): JsonSchema | true =>
  Object.keys(schema).length === 0 || schema

/** A value or null: one schema of two types, where that is enough to say. */
function mergeNull({ anyOf, ...schema }: JsonSchema): JsonSchema {
  const [value, nothing, ...more] = anyOf ?? []
  const isPlain = typeof value?.type === "string" && !value.properties && more.length === 0
  if (!anyOf || !value || !isPlain || nothing?.type !== "null") {
    return anyOf ? { ...schema, anyOf } : schema
  }
  return {
    ...value,
    ...schema,
    type: [value.type as string, "null"],
    ...(value.enum && { enum: [...value.enum, null] }),
  }
}
