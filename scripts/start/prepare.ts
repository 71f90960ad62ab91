import type { MedusaOptions } from "../lib/medusa"
import { isPortFree } from "../lib/ports"
import { Problem } from "../lib/problem"
import { DataFolder } from "./data-folder"
import { migrateDatabase, openDatabase, type Database } from "./database"
import type { Settings } from "./settings"

/** What a demo store needs before its backend starts. */
export interface Ground {
  settings: Settings
  data: DataFolder
  database: Database
  options: MedusaOptions
  /** Whether a previously migrated database has just got missing migrations. */
  wasMigratedAgain: boolean
}

/** Which command prepares, and how. */
export interface Preparation {
  /** The command as typed, for messages. */
  command: string
  /** Recreates the embedded database, discarding its contents. */
  fresh?: boolean
}

/**
 * Checks the ports, locks the data folder, opens the database and migrates it.
 *
 * @throws Problem that says what is wrong and what to do
 */
export async function prepare(
  settings: Settings,
  { command, fresh = false }: Preparation
): Promise<Ground> {
  await requireFreePort("PORT", settings.port, command)
  await requireFreePort("STOREFRONT_PORT", settings.storefrontPort, command)
  const data = new DataFolder(settings.dataDir)
  data.lock()
  const database = await openDatabase(settings, data, fresh)
  const options = medusaOptions(settings, data, database)
  const wasMigratedAgain = await migrateDatabase(database, options)
  return { settings, data, database, options, wasMigratedAgain }
}

async function requireFreePort(variable: string, port: number, command: string): Promise<void> {
  if (!(await isPortFree(port))) {
    throw new Problem(
      `Port ${port} is taken. Stop the program that uses it, or choose another: ${variable}=${port + 1} ${command}`
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
