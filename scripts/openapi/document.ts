import { z } from "@medusajs/framework/zod"

import packageJson from "../../package.json"
import * as errors from "../../src/api/shared/answers/error"
import { type Access, type ApiRoute, ERRORS, TAGS } from "../../src/api/shared/contract"
import { type Components, type JsonSchema, jsonSchemaOf } from "./json-schema"
import { findRoutes } from "./routes"

/** An OpenAPI 3.1 document: the parts that are read here. */
export type Document = {
  openapi: string
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Components
    responses: Record<string, Response>
    securitySchemes: Record<string, object>
  }
  [part: string]: unknown
}

export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<string, Response | { $ref: string }>
  [part: string]: unknown
}

export type Response = { description: string; content: Content }
type Parameter = {
  name: string
  in: "path" | "query"
  required: boolean
  description?: string
  schema: JsonSchema
}
type Content = Record<string, { schema: JsonSchema }>

const JSON_TYPE = "application/json"

const SECURITY_SCHEMES = {
  publishableKey: {
    type: "apiKey",
    in: "header",
    name: "x-publishable-api-key",
    description: "The publishable key of a sales channel.",
  },
  customerToken: {
    type: "http",
    scheme: "bearer",
    description: "The token of a customer: POST /auth/customer/emailpass.",
  },
  adminToken: {
    type: "http",
    scheme: "bearer",
    description: "The token of an admin user: POST /auth/user/emailpass.",
  },
  secretKey: {
    type: "http",
    scheme: "basic",
    description: "A secret API key as the user's name, without a password.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "The session of a customer or an admin user: POST /auth/session.",
  },
}
type Security = Partial<Record<keyof typeof SECURITY_SCHEMES, []>>[]

const SECURITY: Record<Access, Security> = {
  anyone: [{ publishableKey: [] }],
  "customer?": [
    { publishableKey: [] },
    { publishableKey: [], customerToken: [] },
    { publishableKey: [], session: [] },
  ],
  customer: [
    { publishableKey: [], customerToken: [] },
    { publishableKey: [], session: [] },
  ],
  merchant: [{ adminToken: [] }, { session: [] }, { secretKey: [] }],
}

/** The reference of the HTTP API, made of the schemas that requests and answers are checked with. */
export function openApiDocument(): Document {
  const schemas: Components = {}
  const paths: Document["paths"] = {}
  for (const route of findRoutes()) {
    const path = route.path.replace(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Loyalty points for Medusa",
      version: packageJson.version,
      description:
        "The routes that the plugin adds to a store. Points are whole numbers, money is in major units, times are ISO 8601 in UTC.",
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: "http://localhost:9000", description: "A store on this machine" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas,
      responses: failures(schemas),
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}

function operationOf(route: ApiRoute, schemas: Components): Operation {
  return {
    operationId: operationId(route),
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    security: SECURITY[route.access],
    parameters: [...pathParameters(route), ...queryParameters(route, schemas)],
    ...(route.body && { requestBody: requestBody(route, route.body, schemas) }),
    responses: {
      200: success(route, schemas),
      ...Object.fromEntries(
        route.errors.map((status) => [status, { $ref: `#/components/responses/${status}` }])
      ),
    },
  }
}

/** `POST /store/loyalty/guest-orders` is `postStoreLoyaltyGuestOrders`. */
function operationId({ method, path }: ApiRoute): string {
  const words = path.split(/[^a-z]+/).filter((word) => word !== "")
  return [
    method.toLowerCase(),
    ...words.map((word) => word[0]?.toUpperCase() + word.slice(1)),
  ].join("")
}

function pathParameters({ path }: ApiRoute): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
}

function queryParameters({ query }: ApiRoute, schemas: Components): Parameter[] {
  const { properties = {}, required } = query ? jsonSchemaOf(query, "input", schemas) : {}
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: required?.includes(name) ?? false,
    ...(description && { description }),
    schema: { ...schema, ...defaultOf(query?.shape[name]) },
  }))
}

/** zod leaves out defaults of what it makes of text: they are no text. */
const defaultOf = (field: unknown): { default?: unknown } =>
  field instanceof z.ZodDefault ? { default: field.def.defaultValue } : {}

function requestBody(
  { defaults }: ApiRoute,
  body: z.ZodObject,
  schemas: Components
): Operation["requestBody"] {
  const schema = jsonSchemaOf(body, "input", schemas)
  for (const [field, value] of Object.entries(defaults ?? {})) {
    const described = { ...schema.properties?.[field], default: value }
    schema.properties = { ...schema.properties, [field]: described }
  }
  return { required: schema.required !== undefined, content: { [JSON_TYPE]: { schema } } }
}

function success(route: ApiRoute, schemas: Components): Response {
  const schema = jsonSchemaOf(route.answer, "output", schemas)
  return {
    description: "Done.",
    content: {
      [JSON_TYPE]: { schema },
      ...(route.alsoAnswers && { [route.alsoAnswers]: { schema: { type: "string" } } }),
    },
  }
}

function failures(schemas: Components): Record<string, Response> {
  const described = Object.entries(ERRORS).map(([status, description]) => {
    const answer = status === "401" ? errors.unauthorized : errors.error
    const schema = jsonSchemaOf(answer, "output", schemas)
    return [status, { description, content: { [JSON_TYPE]: { schema } } }] as const
  })
  return Object.fromEntries(described)
}
