import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { hashOf, ROOT } from "./files"
import { cachedFolder } from "./build-cache"
import { runMedusa, type MedusaOptions } from "./medusa"
import { say, step } from "./output"

/** Where `medusa start`, run from the root of this repository, looks for the dashboard. */
const SERVED = path.join(ROOT, "public/admin")
/** Where `medusa build --admin-only` puts it. */
const BUILT = path.join(ROOT, ".medusa/admin")
const STAMP = path.join(SERVED, ".sources")

/** What the dashboard is built from. */
const SOURCES = ["package-lock.json", "medusa-config.ts", "admin", "src/admin", "src/domain"]

/** Builds the admin dashboard unless it was already built from these sources, in any checkout. */
export async function buildDashboard(options: MedusaOptions): Promise<void> {
  const sources = hashOf(SOURCES)
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) {
    say("The admin dashboard is up to date.")
    return
  }
  const dashboard = await cachedFolder("dashboard", sources, (folder) =>
    step("Building the admin dashboard (the longest step)", async () => {
      await runMedusa(["build", "--admin-only", "--no-lint"], options)
      cpSync(BUILT, folder, { recursive: true })
      rmSync(BUILT, { recursive: true })
    })
  )
  rmSync(SERVED, { recursive: true, force: true })
  cpSync(dashboard, SERVED, { recursive: true })
  writeFileSync(STAMP, sources)
}
