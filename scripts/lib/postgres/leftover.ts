import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import type { Binaries } from "./binaries"
import type { Owner } from "./owner"

/**
 * Cleans up after an unclean shutdown: stops a PostgreSQL that still serves the folder, and removes a
 * `postmaster.pid` whose number now belongs to another process.
 */
export function clearLeftover(data: string, binaries: Binaries, owner: Owner | undefined): void {
  const pidFile = path.join(data, "postmaster.pid")
  if (!existsSync(pidFile)) {
    return
  }
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10)
  if (commandOf(pid).includes(data)) {
    execFileSync(binaries.pgCtl, ["stop", "-D", data, "-m", "fast"], {
      stdio: "ignore",
      cwd: "/",
      ...owner,
    })
  } else {
    rmSync(pidFile, { force: true })
  }
}

function commandOf(pid: number): string {
  try {
    return existsSync("/proc/self/cmdline")
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
      : execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" })
  } catch {
    return ""
  }
}
