import { cpSync, mkdirSync, rmSync } from "node:fs"
import path from "node:path"
import { hashOf, ROOT, tail } from "../../lib/files"
import { cachedFolder } from "../../lib/build-cache"
import { Problem } from "../../lib/problem"
import { pack } from "../../package/pack"
import { runCommand } from "./command"

const LINES_SHOWN = 20

const BUILT = path.join(ROOT, ".medusa/server")

/** What the plugin is built from. */
export const PLUGIN_SOURCES = [
  ...["package.json", "package-lock.json", "tsconfig.json", "scripts/tidy-build", "scripts/lib"],
  ...["src", "migrations", "admin", "storefront/pieces"],
]

/** Puts the plugin's build in `.medusa/server`; built only once from the same sources. */
export async function buildPlugin(logFile: string): Promise<void> {
  const build = await cachedFolder("build", hashOf(PLUGIN_SOURCES), async (folder) => {
    await runBuild(logFile)
    cpSync(BUILT, folder, { recursive: true })
  })
  rmSync(BUILT, { recursive: true, force: true })
  cpSync(build, BUILT, { recursive: true })
}

async function runBuild(logFile: string): Promise<void> {
  if ((await runCommand("npm run build", { folder: ROOT, logFile })) !== 0) {
    throw new Problem(
      `The plugin was not built. The end of the log:\n${tail(logFile, LINES_SHOWN)}`
    )
  }
}

/** Packs the build into a new folder; returns the tarball. */
export async function packInto(folder: string): Promise<string> {
  mkdirSync(folder)
  return (await pack(folder)).tarball
}
