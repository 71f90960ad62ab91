import { rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Child } from "../../scripts/lib/children"
import { told } from "../../scripts/test/environment"

/** Leaves a mark by which `npm test` finds and ends a process that a crashed test left behind. */
export function remember(process: Child): void {
  writeFileSync(markOf(process), "")
}

/** The process has ended. */
export function forget(process: Child): void {
  rmSync(markOf(process), { force: true })
}

const markOf = ({ pid }: Child): string => path.join(told("runFolder"), "servers", String(pid))
