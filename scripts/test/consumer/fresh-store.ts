import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs"
import { copyFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { cacheFolder } from "../../lib/cache-folder"
import { tail } from "../../lib/files"
import { step } from "../../lib/output"
import { Problem } from "../../lib/problem"
import { runCommand } from "./command"
import { linkTree } from "./link-tree"
import { manifestOf, TEMPLATE } from "./template"

const LINES_SHOWN = 20
const INSTALLED = ["node_modules", "package-lock.json"]
const NPM_INSTALL = "npm install --prefer-offline --no-audit --no-fund --loglevel=error"

/**
 * Makes a Medusa store with all that it needs but our plugin. Installing Medusa takes minutes, so
 * what npm made for the template is kept in the user's cache, for the same Node, npm and machine.
 *
 * @param store its folder, which does not exist yet
 * @param version of Medusa; left out: the template's
 */
export async function makeFreshStore(store: string, version?: string): Promise<void> {
  mkdirSync(store)
  const manifest = manifestOf(version)
  writeFileSync(path.join(store, "package.json"), manifest)
  for (const file of ["medusa-config.ts", "tsconfig.json"]) {
    copyFileSync(path.join(TEMPLATE, file), path.join(store, file))
  }
  const kept = version === undefined ? keptFor(manifest) : undefined
  if (kept === undefined) {
    await step(`Installing Medusa ${version}`, () => npmInstall(store))
    return
  }
  if (!existsSync(kept)) {
    await step("Installing Medusa into a fresh store (kept for the next time)", () =>
      keep(manifest, kept)
    )
  }
  await step("Making a fresh Medusa store", async () => restore(kept, store))
}

/** The folder with what npm makes of a manifest here. */
function keptFor(manifest: string): string {
  const machine = [process.version, npmVersion(), process.platform, process.arch]
  const hash = createHash("sha256").update([manifest, ...machine].join("\0"))
  return path.join(cacheFolder("consumer"), hash.digest("hex").slice(0, 16))
}

/** Installs beside the final place, so that an interrupted installation is never used. */
async function keep(manifest: string, kept: string): Promise<void> {
  const parent = path.dirname(kept)
  mkdirSync(parent, { recursive: true })
  const unfinished = mkdtempSync(`${kept}.unfinished-`)
  writeFileSync(path.join(unfinished, "package.json"), manifest)
  await npmInstall(unfinished)
  if (existsSync(kept)) {
    rmSync(unfinished, { recursive: true })
    return
  }
  renameSync(unfinished, kept)
  // What was made for another template, Node or npm weighs 700 MB and is of no use any more.
  const others = readdirSync(parent).filter((name) => !name.startsWith(path.basename(kept)))
  others.forEach((name) => rmSync(path.join(parent, name), { recursive: true, force: true }))
}

function restore(kept: string, store: string): void {
  for (const name of INSTALLED) {
    const from = path.join(kept, name)
    if (name === "node_modules") {
      linkTree(from, path.join(store, name))
    } else {
      copyFileSync(from, path.join(store, name))
    }
  }
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
