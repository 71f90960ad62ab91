import { existsSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../lib/files"
import { say } from "../lib/output"
import { supervise } from "../lib/shutdown"
import { runProgram } from "../test/program"
import { changedFiles, importGraph } from "./changes"
import { chooseTests } from "./choice"

/** A part of the check: a program and its arguments. */
type Part = { name: string; args: string[] }

const bin = (name: string, file: string): string =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file)

/**
 * `npm run check`: lint of the changed files, types, unit tests, and the ledger and HTTP tests that
 * the change touches. `--dry-run` prints what it would run.
 */
export default function main(): Promise<never> {
  return supervise(async () => {
    const parts = partsFor(changedFiles())
    if (process.argv.includes("--dry-run")) {
      parts.forEach(({ name, args }) => say(`${name}: ${args.slice(1).join(" ")}`))
      return 0
    }
    const failed: string[] = []
    for (const { name, args } of parts) {
      say(`── ${name}`)
      if ((await runProgram(process.execPath, args)).failed > 0) {
        failed.push(name)
      }
    }
    say(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nAll of the check passed.")
    return failed.length > 0 ? 1 : 0
  }, 130)
}

function partsFor(changed: string[]): Part[] {
  const present = changed.filter((file) => existsSync(path.join(ROOT, file)))
  const linted = present.filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file))
  const { ledger, http } = chooseTests(changed, importGraph())
  const eslint = [bin("eslint", "bin/eslint.js"), "--max-warnings", "0", "--no-warn-ignored"]
  const prettier = [bin("prettier", "bin/prettier.cjs"), "--check", "--ignore-unknown"]
  const tsc = [bin("typescript", "bin/tsc"), "-p"]
  const stage = (name: string, files: string[]): Part => ({
    name,
    args: ["scripts/test.mjs", name, ...files],
  })
  return [
    ...(linted.length > 0 ? [{ name: "lint", args: [...eslint, ...linted] }] : []),
    ...(present.length > 0 ? [{ name: "format", args: [...prettier, ...present] }] : []),
    { name: "types", args: [...tsc, "tsconfig.tools.json"] },
    { name: "types of the browser's code", args: [...tsc, "tsconfig.browser.json"] },
    stage("unit", []),
    ...(ledger.length > 0 ? [stage("ledger", ledger)] : []),
    ...(http.length > 0 ? [stage("http", http)] : []),
  ]
}
