import type { Exchange } from "../lib/http"
import type { FoundOperation, Reference } from "./reference"

const JSON_TYPE = "application/json"

/**
 * Compares a request and its answer with the reference. Routes of others are left alone.
 *
 * @throws Error that names the route and every field that is not as the reference has it
 */
export function checkExchange(reference: Reference, exchange: Exchange): void {
  const found = reference.find(exchange.method, exchange.url.pathname)
  if (!found) {
    return
  }
  const problems = [
    ...answerProblems(reference, found, exchange),
    // What was refused may be anything.
    ...(exchange.status < 300 ? requestProblems(reference, found, exchange) : []),
  ]
  if (problems.length > 0) {
    const { method, url, status } = exchange
    throw new Error(
      `${method} ${url.pathname} answered ${status}, and docs/openapi.json says otherwise:\n- ${problems.join("\n- ")}\nMend the route, or the contract.ts beside it and run npm run openapi.`
    )
  }
}

function answerProblems(
  reference: Reference,
  found: FoundOperation,
  { status, type, body }: Exchange
): string[] {
  const told = reference.answerOf(found, status)
  if (!told) {
    return [`answer: no answer of status ${status} is told`]
  }
  if (!told.answer.content[type]) {
    return [`answer: its type is ${type}, not ${Object.keys(told.answer.content).join(" or ")}`]
  }
  if (type !== JSON_TYPE) {
    return []
  }
  return reference
    .problemsOf(body, [...told.pointer, "content", JSON_TYPE, "schema"])
    .map((problem) => `answer: ${problem}`)
}

function requestProblems(
  reference: Reference,
  found: FoundOperation,
  { url, sent }: Exchange
): string[] {
  return [...queryProblems(reference, found, url), ...bodyProblems(reference, found, sent)]
}

function queryProblems(
  reference: Reference,
  { operation, pointer }: FoundOperation,
  { searchParams }: URL
): string[] {
  return [...searchParams].flatMap(([name, value]) => {
    const place = operation.parameters.findIndex(
      (parameter) => parameter.in === "query" && parameter.name === name
    )
    if (place < 0) {
      return [`request: the parameter ${name} is not told`]
    }
    const schema = [...pointer, "parameters", String(place), "schema"]
    return reference
      .problemsOf(value, schema, "parameter")
      .map((problem) => `request: the parameter ${name}: ${problem}`)
  })
}

function bodyProblems(
  reference: Reference,
  { operation, pointer }: FoundOperation,
  sent: unknown
): string[] {
  const { requestBody } = operation
  if (sent === undefined) {
    return requestBody?.required ? ["request: it had no body"] : []
  }
  if (!requestBody) {
    return ["request: it had a body, which is not told"]
  }
  return reference
    .problemsOf(asJson(sent), [...pointer, "requestBody", "content", JSON_TYPE, "schema"])
    .map((problem) => `request: ${problem}`)
}

/** What the server got: JSON has no `undefined` and no dates. */
const asJson = (sent: unknown): unknown => JSON.parse(JSON.stringify(sent))
