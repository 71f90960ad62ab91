import { execFileSync } from "node:child_process"
import { Problem } from "../problem"

/** The user and group that PostgreSQL runs as. */
export interface Owner {
  uid: number
  gid: number
}

const USER = "postgres"

/** PostgreSQL refuses to run as root, so it then runs as the user `postgres`, created if necessary. */
export function postgresOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) {
    return undefined
  }
  const owner = lookUp() ?? create()
  if (!owner) {
    throw new Problem(
      "PostgreSQL does not run as root, and the user “postgres” could not be created. " +
        "Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own."
    )
  }
  return owner
}

/** Whether the owner can enter a folder. */
export function canReach(folder: string, owner: Owner): boolean {
  try {
    execFileSync("ls", [folder], { stdio: "ignore", cwd: "/", ...owner })
    return true
  } catch {
    return false
  }
}

function lookUp(): Owner | undefined {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") }
  } catch {
    return undefined
  }
}

function idOf(flag: string): number {
  return Number(execFileSync("id", [flag, USER], { stdio: ["ignore", "pipe", "ignore"] }))
}

function create(): Owner | undefined {
  try {
    execFileSync("useradd", ["--system", "--user-group", USER], { stdio: "ignore" })
    return lookUp()
  } catch {
    return undefined
  }
}
