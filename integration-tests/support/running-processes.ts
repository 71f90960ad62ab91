import { rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Child } from "../../scripts/lib/children"
import { testVariable } from "../../scripts/test/environment"

/** Notes a process, by a file from which `npm test` learns which ones a crashed test left running. */
export function noteStart(process: Child): void {
  writeFileSync(markOf(process), "")
}

/** The process has ended. */
export function noteEnd(process: Child): void {
  rmSync(markOf(process), { force: true })
}

const markOf = ({ pid }: Child): string =>
  path.join(testVariable("runFolder"), "servers", String(pid))
