import type { Child } from "../lib/children"
import { hashOf } from "../lib/files"
import { migrate, type MedusaOptions } from "../lib/medusa"
import { say, step } from "../lib/output"
import { startCluster } from "../lib/postgres/cluster"
import {
  createDatabase,
  dropDatabase,
  readMark,
  requireConnection,
  withDatabase,
  writeMark,
} from "../lib/postgres/connection"
import { codeOf, Problem } from "../lib/problem"
import type { DataFolder } from "./data-folder"
import type { Settings } from "./settings"

/** The store's database; `process` only if it is embedded. */
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

/**
 * Opens the database from the settings, or the embedded one of the data folder.
 *
 * @param fresh drops the embedded one's contents; an external database is never dropped
 */
export async function openDatabase(
  settings: Settings,
  data: DataFolder,
  fresh: boolean
): Promise<Database> {
  const given = settings.databaseUrl
  if (given && fresh) {
    throw new Problem(
      "--fresh drops the embedded database, never the one of DATABASE_URL. " +
        "Empty that one yourself, or unset DATABASE_URL."
    )
  }
  if (given) {
    await step("Connecting to the database of DATABASE_URL", () => requireConnection(given))
    return { url: given, process: undefined }
  }
  return step(`Starting the embedded PostgreSQL in ${data.file("postgres")}`, async () => {
    const cluster = await startCluster({ folder: data.file("postgres") })
    if (fresh) {
      await dropDatabase(cluster.url, NAME)
    }
    await createDatabase(cluster.url, NAME).catch(ignoreDuplicate)
    return { url: withDatabase(cluster.url, NAME), process: cluster.process }
  })
}

/**
 * Migrates; the embedded database only if the schema's sources have changed.
 *
 * @returns whether it migrated a previously migrated database
 */
export async function migrateDatabase(
  { url, process }: Database,
  options: MedusaOptions
): Promise<boolean> {
  const schema = hashOf(SCHEMA_SOURCES)
  const known = process && (await readMark(url))
  if (known === schema) {
    say("The database is up to date.")
    return false
  }
  await step("Migrating the database", () => migrate(options))
  if (process) {
    await writeMark(url, schema)
  }
  return known !== undefined
}

function ignoreDuplicate(error: unknown): void {
  if (codeOf(error) !== DUPLICATE_DATABASE) {
    throw error
  }
}
