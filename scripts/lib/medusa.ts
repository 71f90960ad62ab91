import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Child } from "./children"
import { ROOT } from "./files"
import { logTail } from "./medusa-log"
import { Problem } from "./problem"

/** A Medusa command's or server's output and settings. */
export interface MedusaOptions {
  env: NodeJS.ProcessEnv
  logFile: string
  /** The store's folder; by default this repository. */
  store?: string
  /** Selects the lines that also reach this terminal; by default none. */
  shows?: (line: string) => boolean
}

/** A backend that answers requests. */
export interface Backend {
  url: string
  process: Child
  logFile: string
}

/** Runs one command of Medusa's CLI to its end; its output goes to the log. */
export async function runMedusa(args: string[], options: MedusaOptions): Promise<void> {
  const { code } = await (await launch(args, options)).ended
  if (code !== 0) {
    throw new Problem(
      `“medusa ${args[0]}” failed. The end of ${options.logFile}:\n${logTail(options.logFile)}`
    )
  }
}

/** Brings a database to the schema of this repository; asks nothing, drops nothing. */
export function migrate(options: MedusaOptions, flags: string[] = []): Promise<void> {
  const safe = ["--execute-safe-links", "--execute-safe-search"]
  return runMedusa(["db:migrate", ...safe, ...flags], options)
}

/** Starts a backend, in production mode unless `env` says otherwise, and waits until it answers. */
export async function startBackend(port: number, options: MedusaOptions): Promise<Backend> {
  const url = `http://localhost:${port}`
  const backend = await launch(["start", "--port", String(port)], options)
  while (backend.isRunning) {
    if (await isHealthy(url)) {
      return { url, process: backend, logFile: options.logFile }
    }
    await sleep(100)
  }
  throw new Problem(
    `The backend does not start. The end of ${options.logFile}:\n${logTail(options.logFile)}`
  )
}

function launch(
  args: string[],
  { env, logFile, store = ROOT, shows }: MedusaOptions
): Promise<Child> {
  const defaults = { NODE_ENV: "production", ...withoutTelemetry(path.dirname(logFile)) }
  const cli = path.join(path.dirname(resolveFrom(store, "@medusajs/cli/package.json")), "cli.js")
  return Child.start(process.execPath, [cli, ...args], {
    cwd: store,
    env: { ...process.env, ...defaults, ...env },
    logFile,
    shows,
  })
}

/** A store with its own node_modules runs its own Medusa. */
function resolveFrom(store: string, file: string): string {
  return createRequire(path.join(store, "package.json")).resolve(file)
}

/**
 * Medusa sends telemetry through a process that outlives it. The variable stops the telemetry; only its
 * configuration file stops it from starting that process.
 */
export function withoutTelemetry(folder: string): NodeJS.ProcessEnv {
  const home = path.join(folder, "config")
  const file = path.join(home, "medusa/config.json")
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ telemetry: { enabled: false } }))
  }
  return { MEDUSA_DISABLE_TELEMETRY: "true", XDG_CONFIG_HOME: home }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}
