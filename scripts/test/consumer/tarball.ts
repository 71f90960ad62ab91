import { mkdirSync } from "node:fs"
import { ROOT, tail } from "../../lib/files"
import { Problem } from "../../lib/problem"
import { pack } from "../../package/pack"
import { runCommand } from "./command"

const LINES_SHOWN = 20

/** Builds the plugin into `.medusa/server`. */
export async function buildPlugin(logFile: string): Promise<void> {
  if ((await runCommand("npm run build", { folder: ROOT, logFile })) !== 0) {
    throw new Problem(
      `The plugin was not built. The end of the log:\n${tail(logFile, LINES_SHOWN)}`
    )
  }
}

/** Packs what is built into a new folder; the tarball. */
export async function packInto(folder: string): Promise<string> {
  mkdirSync(folder)
  return (await pack(folder)).tarball
}
