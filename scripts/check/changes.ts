import { execFileSync } from "node:child_process"
import { ROOT } from "../lib/files"
import { importsOf, sourceOf, sourcesUnder } from "../lib/imports"
import { Problem } from "../lib/problem"
import type { ImportGraph } from "./choice"

const FOLDERS = ["src", "migrations", "admin", "storefront", "scripts", "integration-tests"]
const MAIN = ["main", "origin/main"]

/** The files changed since this branch left main: committed, uncommitted, new and deleted. */
export function changedFiles(): string[] {
  const base = mergeBase()
  const known = git("diff", "--name-only", "--no-renames", base)
  const fresh = git("ls-files", "--others", "--exclude-standard")
  return [...new Set([...known, ...fresh])].sort()
}

/** What each source file imports from this repository. */
export function importGraph(): ImportGraph {
  return new Map(
    FOLDERS.flatMap(sourcesUnder).map((file) => [
      file,
      new Set(importsOf(file).flatMap((one) => sourceOf(one) ?? [])),
    ])
  )
}

function mergeBase(): string {
  for (const branch of MAIN) {
    try {
      return git("merge-base", "HEAD", branch)[0] ?? ""
    } catch {
      // There is no such branch here.
    }
  }
  throw new Problem("There is no branch main to compare with: git fetch origin main.")
}

const git = (...args: string[]): string[] =>
  execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    .split("\n")
    .filter(Boolean)
