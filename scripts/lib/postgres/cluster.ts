import { execFileSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs"
import { rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Child } from "../children"
import { tail } from "../files"
import { freePort } from "../ports"
import { Problem } from "../problem"
import { findBinaries, type Binaries } from "./binaries"
import { withClient } from "./connection"
import { clearLeftover } from "./leftover"
import { canReach, postgresOwner, type Owner } from "./owner"

/** How to run an embedded PostgreSQL. */
export interface ClusterOptions {
  /** The folder for its data, password and log; made when it does not exist. */
  folder: string
  /** Trades durability for speed, for throwaway data. */
  throwaway?: boolean
}

/** A PostgreSQL of our own that accepts connections. */
export interface Cluster {
  /** The address of its maintenance database. */
  url: string
  process: Child
}

/** What is known of a cluster before it runs. */
interface Site {
  binaries: Binaries
  owner: Owner | undefined
  data: string
  passwordFile: string
  logFile: string
  throwaway: boolean
}

const ATTEMPTS = 3
const SETTINGS = ["listen_addresses=localhost", "unix_socket_directories=", "max_connections=200"]
const THROWAWAY_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]

/** Starts the PostgreSQL of a folder, and makes it first if there is none. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const site = prepare(options)
  if (!existsSync(site.data)) {
    initialise(site)
  }
  clearLeftover(site.data, site.binaries, site.owner)
  return launch(site)
}

function prepare({ folder, throwaway = false }: ClusterOptions): Site {
  mkdirSync(folder, { recursive: true })
  const owner = postgresOwner()
  if (owner) {
    chmodSync(folder, 0o755)
    requireReach(folder, owner)
  }
  return {
    binaries: findBinaries(owner, folder),
    owner,
    data: path.join(folder, "data"),
    passwordFile: passwordFileIn(folder, owner),
    logFile: path.join(folder, "postgres.log"),
    throwaway,
  }
}

function requireReach(folder: string, owner: Owner): void {
  if (!canReach(folder, owner)) {
    throw new Problem(
      `Started by root, PostgreSQL runs as the user “postgres”, which cannot enter ${folder}. ` +
        "Choose a folder that everybody can reach, such as LOYALTY_DATA_DIR=/var/lib/loyalty-demo."
    )
  }
}

function passwordFileIn(folder: string, owner: Owner | undefined): string {
  const file = path.join(folder, "password")
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(18).toString("hex"), { mode: 0o600 })
  }
  giveTo(owner, file)
  return file
}

function giveTo(owner: Owner | undefined, entry: string): void {
  if (owner) {
    chownSync(entry, owner.uid, owner.gid)
  }
}

/** Creates the cluster beside its final place, so that an interrupted attempt is never used. */
function initialise({ binaries, owner, data, passwordFile, throwaway }: Site): void {
  const unfinished = `${data}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(owner, unfinished)
  const args = ["-D", unfinished, "-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8"]
  args.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
  args.push(`--pwfile=${passwordFile}`, ...(throwaway ? ["--no-sync"] : []))
  try {
    execFileSync(binaries.initdb, args, { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...owner })
  } catch (error) {
    const details = (error as { stderr?: Buffer }).stderr?.toString().trim() ?? String(error)
    throw new Problem(`The embedded PostgreSQL could not be set up:\n${details}`)
  }
  renameSync(unfinished, data)
}

async function launch(site: Site): Promise<Cluster> {
  writeFileSync(site.logFile, "")
  const password = readFileSync(site.passwordFile, "utf8")
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = await spawnServer(site, port)
    const url = `postgres://postgres:${password}@localhost:${port}/postgres`
    if (await answers(url, child)) {
      return { url, process: child }
    }
    if (attempt === ATTEMPTS || !tail(site.logFile, 10).includes("Address already in use")) {
      throw new Problem(
        `The embedded PostgreSQL in ${site.data} does not start:\n${tail(site.logFile, 10)}\n` +
          "Fix the cause, or delete that folder to start again with an empty database."
      )
    }
  }
}

function spawnServer(site: Site, port: number): Promise<Child> {
  const settings = [...SETTINGS, ...(site.throwaway ? THROWAWAY_SETTINGS : [])]
  const flags = settings.flatMap((setting) => ["-c", setting])
  return Child.start(site.binaries.postgres, ["-D", site.data, "-p", String(port), ...flags], {
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    logFile: site.logFile,
    owner: site.owner,
    stopSignal: "SIGINT",
    killSignal: "SIGQUIT",
  })
}

/** Waits until the server accepts a connection; false if it ended instead. */
async function answers(url: string, child: Child): Promise<boolean> {
  while (child.isRunning) {
    try {
      await withClient(url, (client) => client.query("SELECT 1"))
      return true
    } catch {
      await sleep(50)
    }
  }
  return false
}
