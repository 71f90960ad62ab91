import os from "node:os"
import path from "node:path"
import { Problem } from "../lib/problem"

/** How to start, from the environment. */
export interface Settings {
  port: number
  storefrontPort: number
  dataDir: string
  /** A PostgreSQL to use instead of an embedded one. */
  databaseUrl: string | undefined
}

const NAME = "medusa-plugin-loyalty-points"

/** Reads and validates the environment. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = portOf("PORT", env.PORT, 9000)
  const storefrontPort = portOf("STOREFRONT_PORT", env.STOREFRONT_PORT, 8000)
  if (port === storefrontPort) {
    throw new Problem(`PORT and STOREFRONT_PORT are both ${port}. Backend and shop need two ports.`)
  }
  return {
    port,
    storefrontPort,
    dataDir: path.resolve(env.LOYALTY_DATA_DIR || defaultDataDir(env)),
    databaseUrl: env.DATABASE_URL || undefined,
  }
}

function portOf(name: string, value: string | undefined, byDefault: number): number {
  const port = value ? Number(value) : byDefault
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`${name}=${value} is not a port. Use a number from 1 to 65535.`)
  }
  return port
}

/** The user that PostgreSQL runs as cannot access root's home, so root's data goes elsewhere. */
function defaultDataDir(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) {
    return path.join("/var/lib", NAME)
  }
  switch (process.platform) {
    case "win32":
      return path.join(env.LOCALAPPDATA ?? os.homedir(), NAME)
    case "darwin":
      return path.join(os.homedir(), "Library/Application Support", NAME)
    default:
      return path.join(env.XDG_DATA_HOME || path.join(os.homedir(), ".local/share"), NAME)
  }
}
