import { randomUUID } from "node:crypto"
import { mkdirSync } from "node:fs"
import path from "node:path"
import { type Child } from "../../lib/children"
import { ROOT } from "../../lib/files"
import { HttpClient } from "../../lib/http"
import { type MedusaOptions, migrate, runMedusa, startBackend } from "../../lib/medusa"
import { step } from "../../lib/output"
import { makePluginStore } from "../../lib/plugin-store"
import { freePort } from "../../lib/ports"
import { logIn } from "../../seed/session"
import { TEST_ADMIN } from "../../test/environment"
import { type BenchShop, fillShop } from "./shop"
import { STORE_FILES } from "./store-files"

/** A store in production mode with the plugin, whose hooks a request can switch off. */
export interface BenchStore extends BenchShop {
  process: Child
}

/**
 * Makes the store in an empty folder, and fills it.
 *
 * @param databaseUrl the store's own database: an empty one, or one that is migrated
 */
export async function openStore(
  folder: string,
  databaseUrl: string,
  isMigrated: boolean
): Promise<BenchStore> {
  mkdirSync(folder)
  const store = makePluginStore(folder, { options: { registerHooks: false }, files: STORE_FILES })
  const options = optionsOf(store, databaseUrl)
  if (!isMigrated) {
    await step("Migrating the database of a store", async () => {
      await migrate(options, ["--skip-scripts"])
      await runMedusa(["exec", path.join(ROOT, "scripts/seed/ensure-logins.ts")], options)
    })
  }
  const { url, process } = await step("Starting the store", async () =>
    startBackend(await freePort(), { ...options, logFile: path.join(folder, "store.log") })
  )
  const shop = await step("Filling the store", () => fill(new HttpClient(url)))
  return { ...shop, process }
}

function optionsOf(store: string, databaseUrl: string): MedusaOptions {
  return {
    store,
    logFile: path.join(path.dirname(store), "setup.log"),
    env: {
      DATABASE_URL: databaseUrl,
      JWT_SECRET: randomUUID(),
      COOKIE_SECRET: randomUUID(),
      ADMIN_EMAIL: TEST_ADMIN.email,
      ADMIN_PASSWORD: TEST_ADMIN.password,
    },
  }
}

async function fill(store: HttpClient): Promise<BenchShop> {
  const merchant = await logIn(store, "user", TEST_ADMIN)
  if (!merchant) {
    throw new Error("The merchant of the benchmark's store cannot log in.")
  }
  return fillShop(merchant, store)
}
