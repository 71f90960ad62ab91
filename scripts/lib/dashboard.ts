import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { hashOf, ROOT } from "./files"
import { runMedusa, type MedusaOptions } from "./medusa"
import { say, step } from "./output"

/** Where `medusa start`, run from the root of this repository, looks for the dashboard. */
const SERVED = path.join(ROOT, "public/admin")
/** Where `medusa build --admin-only` puts it. */
const BUILT = path.join(ROOT, ".medusa/admin")
const STAMP = path.join(SERVED, ".sources")

/** What the dashboard is built from. */
const SOURCES = ["package-lock.json", "medusa-config.ts", "admin", "src/admin", "src/domain"]

/** Builds the admin dashboard when there is none or its sources have changed. */
export async function buildDashboard(options: MedusaOptions): Promise<void> {
  const sources = hashOf(SOURCES)
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) {
    say("The admin dashboard is up to date.")
    return
  }
  await step("Building the admin dashboard (the longest step)", async () => {
    await runMedusa(["build", "--admin-only", "--no-lint"], options)
    rmSync(SERVED, { recursive: true, force: true })
    mkdirSync(path.dirname(SERVED), { recursive: true })
    renameSync(BUILT, SERVED)
    writeFileSync(STAMP, sources)
  })
}
