import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { Problem } from "../lib/problem"

/** Passwords and keys of one demo store; created once, never part of the repository. */
export interface Secrets {
  jwt: string
  cookie: string
  adminPassword: string
  customerPassword: string
}

/** The folder for what outlives a run: database, secrets, logs and demo.json. */
export class DataFolder {
  constructor(readonly folder: string) {
    try {
      mkdirSync(folder, { recursive: true })
    } catch (error) {
      throw new Problem(
        `The data folder ${folder} cannot be created (${(error as Error).message}). ` +
          "Choose another one with LOYALTY_DATA_DIR."
      )
    }
  }

  /** The path of a file in the folder. */
  file(name: string): string {
    return path.join(this.folder, name)
  }

  /** The path of a log, emptied. */
  freshLog(name: string): string {
    writeFileSync(this.file(name), "")
    return this.file(name)
  }

  /** Prevents a second start in the same folder while this one runs. */
  lock(): void {
    const file = this.file("start.pid")
    const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined
    if (owner !== undefined && isRunning(owner)) {
      throw new Problem(
        `The demo store in ${this.folder} is already running (process ${owner}). Stop it, or choose ` +
          "another folder with LOYALTY_DATA_DIR and another PORT."
      )
    }
    writeFileSync(file, String(process.pid))
    process.once("exit", () => rmSync(file, { force: true }))
  }

  /** The secrets, created on the first call. */
  secrets(): Secrets {
    const made = this.read<Secrets>("secrets.json")
    if (made) {
      return made
    }
    const secrets: Secrets = {
      jwt: randomBytes(32).toString("hex"),
      cookie: randomBytes(32).toString("hex"),
      adminPassword: randomBytes(9).toString("base64url"),
      customerPassword: randomBytes(9).toString("base64url"),
    }
    this.write("secrets.json", secrets)
    return secrets
  }

  /** A JSON file's content, if it exists. */
  read<T>(name: string): T | undefined {
    const file = this.file(name)
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined
  }

  /** Writes a JSON file that only its owner may read. */
  write(name: string, content: unknown): void {
    writeFileSync(this.file(name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
