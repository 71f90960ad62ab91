import { readFileSync } from "node:fs"
import path from "node:path"
import Ajv2020, { type AnySchema, type Options, type ValidateFunction } from "ajv/dist/2020"
import { ROOT } from "../lib/files"
import type { Document, Operation, Response } from "./document"

/** The OpenAPI document. */
export const DOCUMENT = "docs/openapi.json"

/** An operation of the reference, and where in the document it stands. */
export interface FoundOperation {
  operation: Operation
  pointer: string[]
}

interface FoundAnswer {
  answer: Response
  pointer: string[]
}

const FORMATS = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  decimal: /^[+-]?(\d+\.?\d*|\.\d+)$/,
}

/** An OpenAPI document to check with: what a schema of it says of a value. */
export class Reference {
  private readonly values = validator({})
  /** Parameters are text, whatever they mean. */
  private readonly parameters = validator({ coerceTypes: true })
  private readonly known = new Map<string, ValidateFunction>()

  constructor(readonly document: Document) {
    this.values.addSchema(document as unknown as AnySchema, "openapi")
    this.parameters.addSchema(document as unknown as AnySchema, "openapi")
  }

  /** What is committed. */
  static read(): Reference {
    return new Reference(JSON.parse(readFileSync(path.join(ROOT, DOCUMENT), "utf8")) as Document)
  }

  /** The operation of a request; undefined for a route that the document does not tell. */
  find(method: string, pathname: string): FoundOperation | undefined {
    const template = Object.keys(this.document.paths).find((path) => matches(path, pathname))
    const verb = method.toLowerCase()
    const operation = template && this.document.paths[template]?.[verb]
    return template && operation ? { operation, pointer: ["paths", template, verb] } : undefined
  }

  /** The answer of a status, and where it stands; undefined when the operation does not tell it. */
  answerOf({ operation, pointer }: FoundOperation, status: number): FoundAnswer | undefined {
    const answer = operation.responses[status]
    if (!answer || !("$ref" in answer)) {
      return answer && { answer, pointer: [...pointer, "responses", String(status)] }
    }
    const shared = this.document.components.responses[status]
    return shared && { answer: shared, pointer: ["components", "responses", String(status)] }
  }

  /** What is wrong with a value of a schema at `pointer`, field by field; empty: nothing. */
  problemsOf(value: unknown, pointer: string[], kind: "value" | "parameter" = "value"): string[] {
    const validate = this.validate(pointer, kind)
    return validate(value) ? [] : (validate.errors ?? []).map(tell)
  }

  private validate(pointer: string[], kind: "value" | "parameter"): ValidateFunction {
    const $ref = `openapi#/${pointer.map(escape).join("/")}`
    const key = `${kind} ${$ref}`
    const validate =
      this.known.get(key) ?? (kind === "value" ? this.values : this.parameters).compile({ $ref })
    this.known.set(key, validate)
    return validate
  }
}

/** The document itself is checked once, by a test of its own. */
function validator(options: Options): Ajv2020 {
  const trusted = { strict: false, meta: false, validateSchema: false } as const
  return new Ajv2020({ ...trusted, allErrors: true, formats: FORMATS, ...options })
}

const escape = (part: string): string =>
  encodeURIComponent(part.replace(/~/g, "~0").replace(/\//g, "~1"))

function matches(template: string, pathname: string): boolean {
  const wanted = template.split("/")
  const given = pathname.split("/")
  return (
    wanted.length === given.length &&
    wanted.every((part, place) => part.startsWith("{") || part === given[place])
  )
}

function tell({ instancePath, message, params }: NonNullable<ValidateFunction["errors"]>[number]) {
  const named = [params.additionalProperty, params.allowedValues].find(Boolean)
  const field = instancePath.slice(1).replace(/\//g, ".")
  return `${field} ${message}${named ? `: ${String(named)}` : ""}`.trim()
}
