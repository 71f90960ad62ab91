import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { findChromium } from "../lib/chromium"
import { migrate, runMedusa, startBackend, type Backend } from "../lib/medusa"
import { step } from "../lib/output"
import { freePort } from "../lib/ports"
import { startCluster, type Cluster } from "../lib/postgres/cluster"
import { createDatabase, withDatabase } from "../lib/postgres/connection"
import { requireRedis } from "../lib/redis"
import { insideSettings, testVariables, TEST_ADMIN, TEST_STORE_SETTINGS } from "./environment"
import { makeFreshStore } from "./consumer/fresh-store"
import { buildPlugin, packInto } from "./consumer/tarball"
import { VERSION_VARIABLE } from "./consumer/template"
import { startDemoStore, type DemoStore } from "./demo-store"

const TEMPLATE = "store_template"
const STORE = "store"

/** What the stages work with; each part is created when a stage first needs it. */
export class TestResources {
  /** A folder for databases and logs, removed at the end. */
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "loyalty-test-"))
  private cluster?: Promise<Cluster>
  private template?: Promise<string>
  private store?: Promise<Backend>
  private insidePort?: Promise<number>
  private demoStore?: Promise<DemoStore>
  private built?: Promise<void>

  constructor() {
    chmodSync(this.folder, 0o755)
    mkdirSync(this.serversFolder)
  }

  /** The variables for tests that need a PostgreSQL server. */
  async databaseEnvironment(): Promise<NodeJS.ProcessEnv> {
    const { url } = await this.startCluster()
    const { hostname, port, username, password } = new URL(url)
    return {
      ...TEST_STORE_SETTINGS,
      ...testVariables({ server: url, runFolder: this.folder }),
      DB_HOST: hostname,
      DB_PORT: port,
      DB_USERNAME: username,
      DB_PASSWORD: password,
    }
  }

  /** The variables for tests that boot their own stores. */
  async templateEnvironment(): Promise<NodeJS.ProcessEnv> {
    const template = await this.makeTemplate()
    return { ...(await this.databaseEnvironment()), ...testVariables({ template }) }
  }

  /** The variables for the benchmark: a server, and a migrated store's database to copy. */
  async benchEnvironment(): Promise<NodeJS.ProcessEnv> {
    const { url } = await this.startCluster()
    return { DATABASE_URL: url, ...testVariables({ template: await this.makeTemplate() }) }
  }

  /** The variables for tests that share one running store. */
  async storeEnvironment(): Promise<NodeJS.ProcessEnv> {
    const { url } = await this.startStore()
    const cluster = await this.startCluster()
    const storeDatabase = withDatabase(cluster.url, STORE)
    return {
      ...(await this.templateEnvironment()),
      ...this.storeFiles,
      ...testVariables({ storeUrl: url, storeDatabase, inside: String(await this.inside()) }),
    }
  }

  /** The variables for tests that boot several servers and workers on one Redis. */
  async scaleOutEnvironment(): Promise<NodeJS.ProcessEnv> {
    const redis = requireRedis()
    const file = (name: string) => path.join(this.folder, `scale-out-${name}`)
    const values = { redis, clock: file("clock"), sentMails: file("sent-mails") }
    return { ...(await this.templateEnvironment()), ...testVariables(values) }
  }

  /** The variables for tests of a demo store, and its log. */
  async browserEnvironment(): Promise<{ env: NodeJS.ProcessEnv; logFile: string }> {
    const chromium = await findChromium()
    const { demoFile, logFile } = await this.startDemoStore()
    return { env: testVariables({ demo: demoFile, chromium, runFolder: this.folder }), logFile }
  }

  /** The variables for the test that installs the packed plugin into a store. */
  async consumerEnvironment(): Promise<NodeJS.ProcessEnv> {
    const consumer = path.join(this.folder, "consumer")
    await this.buildPlugin()
    const tarball = await packInto(path.join(this.folder, "packed"))
    await makeFreshStore(consumer, process.env[VERSION_VARIABLE])
    const { consumerLog } = this
    const values = { consumer, consumerLog, tarball, chromium: await findChromium() }
    return { ...(await this.databaseEnvironment()), ...testVariables(values) }
  }

  /** The log of that store. */
  get consumerLog(): string {
    return path.join(this.folder, "consumer.log")
  }

  /** Builds the plugin into `.medusa/server`, once for all stages that need it. */
  buildPlugin(): Promise<void> {
    return (this.built ??= step("Building the plugin", () =>
      buildPlugin(path.join(this.folder, "build.log"))
    ))
  }

  /** The log of the shared store. */
  get storeLog(): string {
    return path.join(this.folder, "store.log")
  }

  /** Stops what tests left running and removes the folder; the cluster must have stopped. */
  remove(): void {
    readdirSync(this.serversFolder).forEach((pid) => killGroup(Number(pid)))
    rmSync(this.folder, { recursive: true, force: true })
  }

  private get serversFolder(): string {
    return path.join(this.folder, "servers")
  }

  private startCluster(): Promise<Cluster> {
    return (this.cluster ??= step("Starting PostgreSQL", () =>
      startCluster({ folder: path.join(this.folder, "postgres"), throwaway: true })
    ))
  }

  private makeTemplate(): Promise<string> {
    return (this.template ??= this.startCluster().then(({ url }) =>
      step("Migrating the database of a store", async () => {
        const options = this.medusaOptions(await createDatabase(url, TEMPLATE), "setup.log")
        await migrate(options, ["--skip-scripts"])
        await runMedusa(["exec", "./scripts/seed/ensure-logins.ts"], options)
        return TEMPLATE
      })
    ))
  }

  private startStore(): Promise<Backend> {
    return (this.store ??= this.makeTemplate().then(async (template) => {
      const { url } = await this.startCluster()
      const database = await createDatabase(url, STORE, template)
      const port = await freePort()
      return step("Starting the store", async () =>
        startBackend(
          port,
          this.medusaOptions(database, "store.log", {
            ...this.storeFiles,
            ...insideSettings(await this.inside()),
          })
        )
      )
    }))
  }

  /** The file that describes the demo store to test. */
  async demoStoreFile(): Promise<string> {
    return (await this.startDemoStore()).demoFile
  }

  private startDemoStore(): Promise<DemoStore> {
    return (this.demoStore ??= startDemoStore(path.join(this.folder, "demo-store")))
  }

  /** The port on which the shared store runs functions inside its own process. */
  private inside(): Promise<number> {
    return (this.insidePort ??= freePort())
  }

  /** The files through which tests and the shared store communicate. */
  private get storeFiles(): NodeJS.ProcessEnv {
    const clock = path.join(this.folder, "store-clock")
    return testVariables({ clock, sentMails: path.join(this.folder, "store-sent-mails") })
  }

  private medusaOptions(databaseUrl: string, log: string, more: NodeJS.ProcessEnv = {}) {
    return {
      logFile: path.join(this.folder, log),
      env: {
        ...TEST_STORE_SETTINGS,
        DATABASE_URL: databaseUrl,
        ADMIN_EMAIL: TEST_ADMIN.email,
        ADMIN_PASSWORD: TEST_ADMIN.password,
        ...more,
      },
    }
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL")
  } catch {
    // It has already ended.
  }
}
