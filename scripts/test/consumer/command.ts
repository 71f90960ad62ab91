import { Child } from "../../lib/children"
import { cleanEnvironment } from "./clean-environment"

/** Where a command line runs. */
export interface CommandOptions {
  folder: string
  /** Takes its output. */
  logFile: string
  env?: NodeJS.ProcessEnv
  /** Receives the process, which leads the group of everything it starts. */
  onStart?: (process: Child) => void
}

/**
 * Runs a command line as if typed in a terminal unrelated to this repository.
 *
 * @returns its exit code
 */
export async function runCommand(line: string, options: CommandOptions): Promise<number> {
  const shell = await Child.start("sh", ["-c", line], {
    cwd: options.folder,
    env: { ...process.env, ...cleanEnvironment(), ...options.env },
    logFile: options.logFile,
  })
  options.onStart?.(shell)
  const { code } = await shell.ended
  return code ?? 1
}
