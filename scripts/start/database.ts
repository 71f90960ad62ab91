import type { Child } from "../lib/children"
import { hashOf } from "../lib/files"
import { migrate, type MedusaOptions } from "../lib/medusa"
import { say, step } from "../lib/output"
import { startCluster } from "../lib/postgres/cluster"
import {
  createDatabase,
  readMark,
  requireConnection,
  withDatabase,
  writeMark,
} from "../lib/postgres/connection"
import { codeOf } from "../lib/problem"
import type { DataFolder } from "./data-folder"
import type { Settings } from "./settings"

/** The store's database; `process` only when it is ours. */
export interface Database {
  url: string
  process: Child | undefined
}

const NAME = "loyalty"
const DUPLICATE_DATABASE = "42P04"

/** What the schema is made of. */
const SCHEMA_SOURCES = [
  "package-lock.json",
  "medusa-config.ts",
  "migrations",
  "src/links",
  "src/modules",
]

/** Opens the database that the settings name, or the embedded one of the data folder. */
export async function openDatabase(settings: Settings, data: DataFolder): Promise<Database> {
  const given = settings.databaseUrl
  if (given) {
    await step("Connecting to the database of DATABASE_URL", () => requireConnection(given))
    return { url: given, process: undefined }
  }
  return step(`Starting the embedded PostgreSQL in ${data.file("postgres")}`, async () => {
    const cluster = await startCluster({ folder: data.file("postgres") })
    await createDatabase(cluster.url, NAME).catch(ignoreDuplicate)
    return { url: withDatabase(cluster.url, NAME), process: cluster.process }
  })
}

/** Migrates; the embedded database only when what it was made from has changed. */
export async function migrateDatabase(
  { url, process }: Database,
  options: MedusaOptions
): Promise<void> {
  const schema = hashOf(SCHEMA_SOURCES)
  if (process && (await readMark(url)) === schema) {
    say("The database is up to date.")
    return
  }
  await step("Migrating the database", () => migrate(options))
  if (process) {
    await writeMark(url, schema)
  }
}

function ignoreDuplicate(error: unknown): void {
  if (codeOf(error) !== DUPLICATE_DATABASE) {
    throw error
  }
}
