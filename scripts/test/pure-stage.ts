import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { hashOf, ROOT } from "../lib/files"
import { kept } from "../lib/kept"
import { say } from "../lib/output"
import { Problem } from "../lib/problem"
import type { Count } from "./jest"
import { runProgram } from "./program"
import type { Stage } from "./stages"
import type { Workshop } from "./workshop"

/** What is made from the files, and not a file of the project. */
const MADE = [".git", ".cache", ".medusa", "node_modules", "public", "static", "coverage"]

/** Checks the project and prints what it finds. */
type Check = (workshop: Workshop) => Promise<Count>

/**
 * A stage whose result follows from the project's files alone. What has passed on this machine is
 * looked at again when a file, or Node, has changed.
 */
export function pureStage(name: string, title: string, check: Check): Stage {
  return {
    name,
    title,
    run: async (workshop) => {
      let hasRun = false
      await kept(`passed-${name}`, keyOfProject(), async () => {
        hasRun = true
        const { failed } = await check(workshop)
        if (failed > 0) {
          throw new Problem("It found faults: see above.")
        }
      })
      if (!hasRun) {
        say("No file has changed since it passed.")
      }
      return { passed: 0, failed: 0 }
    },
  }
}

/** The check of an npm script. */
export const byScript =
  (script: string): Check =>
  () =>
    runProgram("npm", ["run", "--silent", script])

function keyOfProject(): string {
  const files = hashOf(readdirSync(ROOT).filter((name) => !MADE.includes(name)))
  return createHash("sha256").update(`${files} ${process.version}`).digest("hex")
}
