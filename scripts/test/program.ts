import { Child } from "../lib/children"
import { ROOT } from "../lib/files"
import type { Count } from "./jest"

/** Runs a program as a stage; it is counted only if it fails. */
export async function runProgram(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {}
): Promise<Count> {
  const program = await Child.start(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    shows: () => true,
  })
  const { code } = await program.ended
  return { passed: 0, failed: code === 0 ? 0 : 1 }
}
