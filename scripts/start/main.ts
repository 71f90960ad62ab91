import type { Child } from "../lib/children"
import { startBackend, type Backend, type MedusaOptions } from "../lib/medusa"
import { logTail } from "../lib/medusa-log"
import { say, step } from "../lib/output"
import { isPortFree } from "../lib/ports"
import { Problem } from "../lib/problem"
import { buildShop, serveShop, type ServedShop } from "../lib/shop"
import { shopConfigOf } from "../lib/shop-config"
import { isStopping, supervise } from "../lib/shutdown"
import { buildDashboard } from "../lib/dashboard"
import { DataFolder } from "./data-folder"
import { migrateDatabase, openDatabase, type Database } from "./database"
import { prepareDemo, type Demo } from "./demo"
import { announce } from "./ready"
import { readSettings, type Settings } from "./settings"

/** `npm start`: the demo store, from an empty folder to a running shop. */
export default function main(): Promise<never> {
  return supervise(start, 0)
}

async function start(): Promise<number> {
  const settings = readSettings(process.env)
  await requireFreePort("PORT", settings.port)
  await requireFreePort("STOREFRONT_PORT", settings.storefrontPort)
  const data = new DataFolder(settings.dataDir)
  data.lock()
  const database = await openDatabase(settings, data)
  const options = medusaOptions(settings, data, database)
  await migrateDatabase(database, options)
  await buildDashboard(options)
  await buildShop()
  const backend = await serve(settings, data, options)
  const demo = await prepareDemo(backend, settings, data, options)
  const shop = await openShop(settings, demo)
  announce(demo, data)
  return untilOneEnds(backend, shop, database)
}

async function requireFreePort(variable: string, port: number): Promise<void> {
  if (!(await isPortFree(port))) {
    throw new Problem(
      `Port ${port} is taken. Stop the program that uses it, or choose another: ${variable}=${port + 1} npm start`
    )
  }
}

function medusaOptions(settings: Settings, data: DataFolder, database: Database): MedusaOptions {
  const { jwt, cookie } = data.secrets()
  const backendUrl = `http://localhost:${settings.port}`
  const storefrontUrl = `http://localhost:${settings.storefrontPort}`
  return {
    logFile: data.freshLog("setup.log"),
    env: {
      DATABASE_URL: database.url,
      PORT: String(settings.port),
      MEDUSA_BACKEND_URL: process.env.MEDUSA_BACKEND_URL ?? backendUrl,
      STORE_CORS: process.env.STORE_CORS ?? storefrontUrl,
      JWT_SECRET: process.env.JWT_SECRET ?? jwt,
      COOKIE_SECRET: process.env.COOKIE_SECRET ?? cookie,
    },
  }
}

function serve(settings: Settings, data: DataFolder, options: MedusaOptions): Promise<Backend> {
  const logFile = data.freshLog("backend.log")
  return step("Starting the backend", () => startBackend(settings.port, { ...options, logFile }))
}

function openShop({ storefrontPort: port }: Settings, demo: Demo): Promise<ServedShop> {
  return step("Opening the demo shop", () => serveShop({ port, config: shopConfigOf(demo) }))
}

/** Waits until one of them ends, which none should do by itself. */
async function untilOneEnds(
  backend: Backend,
  shop: ServedShop,
  database: Database
): Promise<number> {
  const ends = [
    whenEnded("The backend", backend.process, backend.logFile),
    whenEnded("The demo shop", shop.process, shop.logFile),
  ]
  if (database.process) {
    ends.push(whenEnded("PostgreSQL", database.process, backend.logFile))
  }
  const { name, logFile } = await Promise.race(ends)
  if (isStopping()) {
    return 0
  }
  say(`\n${name} stopped. The end of ${logFile}:\n${logTail(logFile)}`)
  say("Run npm start to start again; the data are kept.")
  return 1
}

/** @param logFile where to look for the reason */
async function whenEnded(name: string, child: Child, logFile: string) {
  await child.ended
  return { name, logFile }
}
