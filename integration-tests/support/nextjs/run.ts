import { execFile } from "node:child_process"

/** The environment of a shop's commands: production, and nothing is reported to anybody. */
export const SHOP_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
}

/**
 * Runs a command to its end.
 *
 * @throws with all that it said when it fails
 */
export function run(command: string, args: string[], folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: SHOP_ENVIRONMENT, maxBuffer: 64 * 1024 * 1024 }
    execFile(command, args, options, (error, out, err) => {
      if (error) {
        reject(new Error(`“${[command, ...args].join(" ")}” failed:\n${out}${err}`))
      } else {
        resolve()
      }
    })
  })
}
