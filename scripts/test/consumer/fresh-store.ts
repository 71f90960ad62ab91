import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { tail } from "../../lib/files"
import { cachedFolder } from "../../lib/build-cache"
import { step } from "../../lib/output"
import { Problem } from "../../lib/problem"
import { runCommand } from "./command"
import { linkTree } from "./link-tree"
import { manifestOf, TEMPLATE } from "./template"

const LINES_SHOWN = 20
const NPM_INSTALL = "npm install --prefer-offline --no-audit --no-fund --loglevel=error"

/**
 * Creates a Medusa store with everything but our plugin. Installing Medusa takes minutes, so npm's
 * result for the template is kept in the user's cache, for the same Node, npm and machine.
 *
 * @param store its folder, which does not exist yet
 * @param version of Medusa; by default the template's
 */
export async function makeFreshStore(store: string, version?: string): Promise<void> {
  mkdirSync(store)
  const manifest = manifestOf(version)
  writeFileSync(path.join(store, "package.json"), manifest)
  for (const file of ["medusa-config.ts", "tsconfig.json"]) {
    copyFileSync(path.join(TEMPLATE, file), path.join(store, file))
  }
  if (version !== undefined) {
    await step(`Installing Medusa ${version}`, () => npmInstall(store))
    return
  }
  const installed = await cachedFolder("consumer", keyOf(manifest), (folder) =>
    step("Installing Medusa into a fresh store (kept for the next time)", async () => {
      writeFileSync(path.join(folder, "package.json"), manifest)
      await npmInstall(folder)
    })
  )
  await step("Making a fresh Medusa store", async () => restore(installed, store))
}

/** Changes whenever npm would install something else. */
function keyOf(manifest: string): string {
  const machine = [process.version, npmVersion(), process.platform, process.arch]
  return createHash("sha256")
    .update([manifest, ...machine].join("\0"))
    .digest("hex")
}

function restore(installed: string, store: string): void {
  linkTree(path.join(installed, "node_modules"), path.join(store, "node_modules"))
  copyFileSync(path.join(installed, "package-lock.json"), path.join(store, "package-lock.json"))
}

async function npmInstall(folder: string): Promise<void> {
  const logFile = `${folder}.log`
  const code = await runCommand(NPM_INSTALL, { folder, logFile })
  if (code !== 0) {
    throw new Problem(
      `Medusa was not installed. The end of npm's ${logFile}:\n${tail(logFile, LINES_SHOWN)}`
    )
  }
  rmSync(logFile)
}

const npmVersion = (): string => execFileSync("npm", ["--version"], { encoding: "utf8" }).trim()
