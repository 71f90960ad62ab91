import { createServer, type IncomingMessage } from "node:http"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { greetingFunctions } from "../sample-message/functions"
import { scaleOutFunctions } from "../scale-out/functions"
import { type HoldableBus, holdEvents, type Release, releaseEvents } from "./held-events"
import { statementFunctions } from "./statements"

/**
 * Loaded by a test store's medusa-config: answers, on a port of its own, what only code inside a
 * store can know. Tests speak to it through `InsideStore` and `runJob`.
 */
type Functions = Record<string, (input: never) => unknown>

let isListening = false
const heard: { name: string; data: unknown }[] = []

const functions: Functions = {
  graph: async (config: object) => {
    const query = await resolve<{ graph(config: object): Promise<unknown> }>("query")
    return query.graph(config)
  },
  listen: async () => {
    if (isListening) {
      return
    }
    isListening = true
    const bus = await resolve<EventBus>("event_bus")
    bus.subscribe("*", async ({ name, data }) => void heard.push({ name, data }))
  },
  heard: () => heard,
  emit: async (event: object) => (await resolve<EventBus>("event_bus")).emit(event),
  hold: async () => holdEvents(await resolve<HoldableBus>("event_bus")),
  release: async (how: Release) => releaseEvents(await resolve<HoldableBus>("event_bus"), how),
  call: async ({ key, method, args }: ModuleCall) => {
    const called = await resolve<Record<string, (...args: unknown[]) => unknown>>(key)
    return called[method]?.(...args)
  },
  job: async (name: string) => {
    const { container } = await import("@medusajs/framework")
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the store loads it so
    const { default: job } = require(path.join(JOBS, name)) as { default: Job }
    return job(container)
  },
  ...statementFunctions,
  ...greetingFunctions,
  ...scaleOutFunctions(resolve),
}

/** What the store's scheduler calls; its answer is for tests only. */
type Job = (container: MedusaContainer) => Promise<unknown>

const JOBS = path.resolve(__dirname, "../../../src/jobs")

/** A method of one of Medusa's modules. */
type ModuleCall = { key: string; method: string; args: unknown[] }

type EventBus = {
  emit(event: object): Promise<void>
  subscribe(name: string, listener: (event: { name: string; data: unknown }) => unknown): void
}

async function resolve<T>(key: string): Promise<T> {
  const { container } = await import("@medusajs/framework")
  return container.resolve(key) as T
}

async function run(name: string, input: unknown): Promise<object> {
  try {
    return { result: await functions[name]?.(input as never) }
  } catch (error) {
    return { error: (error as Error).message }
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return JSON.parse(Buffer.concat(chunks).toString() || "{}")
}

const server = createServer((request, response) => {
  void bodyOf(request)
    .then((input) => run(String(request.url).slice(1), input))
    .then((answer) => response.end(JSON.stringify(answer)))
})
// The store's own end is not delayed by this server.
server.listen(Number(process.env.LOYALTY_TEST_INSIDE_PORT), "127.0.0.1").unref()
