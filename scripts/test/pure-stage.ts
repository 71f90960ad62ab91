import { createHash } from "node:crypto"
import { readdirSync } from "node:fs"
import { hashOf, ROOT } from "../lib/files"
import { kept } from "../lib/kept"
import { say } from "../lib/output"
import { Problem } from "../lib/problem"
import { runProgram } from "./program"
import type { Stage } from "./stages"

/** What is made from the files, and not a file of the project. */
const MADE = [".git", ".cache", ".medusa", "node_modules", "public", "static", "coverage"]

/**
 * A stage that is an npm script whose result follows from the project's files alone. What has
 * passed on this machine is looked at again when a file, or Node, has changed.
 */
export function pureStage(name: string, title: string, script: string): Stage {
  return {
    name,
    title,
    run: async () => {
      let hasRun = false
      await kept(`passed-${name}`, keyOfProject(), async () => {
        hasRun = true
        const { failed } = await runProgram("npm", ["run", "--silent", script])
        if (failed > 0) {
          throw new Problem(`npm run ${script} found faults: see above.`)
        }
      })
      if (!hasRun) {
        say("No file has changed since it passed.")
      }
      return { passed: 0, failed: 0 }
    },
  }
}

function keyOfProject(): string {
  const files = hashOf(readdirSync(ROOT).filter((name) => !MADE.includes(name)))
  return createHash("sha256").update(`${files} ${process.version}`).digest("hex")
}
