import type { Child } from "../lib/children"
import { startBackend, type Backend, type MedusaOptions } from "../lib/medusa"
import { logTail } from "../lib/medusa-log"
import { say, step } from "../lib/output"
import { isPortFree } from "../lib/ports"
import { Problem } from "../lib/problem"
import { isStopping, supervise } from "../lib/shutdown"
import { buildDashboard } from "./dashboard"
import { DataFolder } from "./data-folder"
import { migrateDatabase, openDatabase, type Database } from "./database"
import { prepareDemo } from "./demo"
import { announce } from "./ready"
import { readSettings, type Settings } from "./settings"

/** `npm start`: the demo store, from an empty folder to a running shop. */
export default function main(): Promise<never> {
  return supervise(start, 0)
}

async function start(): Promise<number> {
  const settings = readSettings(process.env)
  await requireFreePort(settings.port)
  const data = new DataFolder(settings.dataDir)
  data.lock()
  const database = await openDatabase(settings, data)
  const options = medusaOptions(settings, data, database)
  await migrateDatabase(database, options)
  await buildDashboard(options)
  const backend = await serve(settings, data, options)
  announce(await prepareDemo(backend, settings, data, options), data)
  return untilOneEnds(backend, database)
}

async function requireFreePort(port: number): Promise<void> {
  if (!(await isPortFree(port))) {
    throw new Problem(
      `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`
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

/** Waits until the backend or the database ends, which neither should do by itself. */
async function untilOneEnds(backend: Backend, database: Database): Promise<number> {
  const ends: Promise<string>[] = [nameWhenEnded("The backend", backend.process)]
  if (database.process) {
    ends.push(nameWhenEnded("PostgreSQL", database.process))
  }
  const ended = await Promise.race(ends)
  if (isStopping()) {
    return 0
  }
  say(`\n${ended} stopped. The end of ${backend.logFile}:\n${logTail(backend.logFile)}`)
  say("Run npm start to start again; the data are kept.")
  return 1
}

async function nameWhenEnded(name: string, child: Child): Promise<string> {
  await child.ended
  return name
}
