import { execFileSync } from "node:child_process"
import { cpSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Child } from "../../../scripts/lib/children"
import { hashOf } from "../../../scripts/lib/files"
import { cachedFolder } from "../../../scripts/lib/build-cache"
import { startBackend, withoutTelemetry, type Backend } from "../../../scripts/lib/medusa"
import { logTail } from "../../../scripts/lib/medusa-log"
import { step } from "../../../scripts/lib/output"
import { freePort } from "../../../scripts/lib/ports"
import { cleanEnvironment } from "../../../scripts/test/consumer/clean-environment"
import { runCommand } from "../../../scripts/test/consumer/command"
import { TEST_SECRETS, testVariable } from "../../../scripts/test/environment"
import { HttpClient } from "../http"
import { noteEnd, noteStart } from "../running-processes"
import { PLUGIN } from "./instructions"

const CONFIG = "medusa-config.ts"
/** Where `medusa build` puts the store that is deployed. */
const BUILT = ".medusa/server"
const BUILD_COMMAND = "npx medusa build"
const DASHBOARD = `${BUILT}/public/admin`
const WITHOUT_DASHBOARD = { DISABLE_MEDUSA_ADMIN: "true" }

/** A Medusa store in a folder outside this repository, with modules of its own. */
export class ConsumerStore {
  /** Everything that was run in it writes here. */
  readonly logFile = testVariable("consumerLog")
  private readonly folder = testVariable("consumer")
  private readonly freshConfig = readFileSync(this.file(CONFIG), "utf8")
  private backend?: Backend

  private constructor(
    private readonly databaseUrl: string,
    private readonly port: number
  ) {}

  static async at(databaseUrl: string): Promise<ConsumerStore> {
    return new ConsumerStore(databaseUrl, await freePort())
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  get client(): HttpClient {
    return new HttpClient(this.url)
  }

  file(name: string): string {
    return path.join(this.folder, name)
  }

  /** Where the store finds a module; undefined when it finds none. */
  find(module: string): string | undefined {
    const script = `try { console.log(require.resolve(${JSON.stringify(module)})) } catch {}`
    const found = execFileSync(process.execPath, ["-e", script], {
      cwd: this.folder,
      env: { ...process.env, ...cleanEnvironment() },
      encoding: "utf8",
    })
    return found.trim() || undefined
  }

  /** Writes the store's configuration anew. */
  configure(change: (fresh: string) => string): void {
    writeFileSync(this.file(CONFIG), change(this.freshConfig))
  }

  /** Runs a command line in the store's folder; it must succeed. */
  async run(line: string, more: NodeJS.ProcessEnv = {}): Promise<void> {
    const { folder, logFile } = this
    const env = { ...this.environment, ...more }
    const code = await step(line.replaceAll(testVariable("runFolder"), "…"), () =>
      runCommand(line, { folder, logFile, env, onStart: rememberUntilItEnds })
    )
    if (code !== 0) {
      throw new Error(`“${line}” failed with ${code}:\n${logTail(logFile)}`)
    }
  }

  /**
   * Builds the store for production. The dashboard, the longest part by far, is built once from the
   * same plugins and configuration and kept.
   */
  async build(): Promise<void> {
    const env = { NODE_ENV: "production" }
    let isBuilt = false
    const dashboard = await cachedFolder(
      "consumer-dashboard",
      this.dashboardKey,
      async (folder) => {
        await this.run(BUILD_COMMAND, env)
        isBuilt = true
        cpSync(this.file(DASHBOARD), folder, { recursive: true })
      }
    )
    if (!isBuilt) {
      await this.run(BUILD_COMMAND, { ...env, ...WITHOUT_DASHBOARD })
      cpSync(dashboard, this.file(DASHBOARD), { recursive: true })
    }
  }

  /** Boots the store in production mode, without the dashboard. */
  boot(): Promise<void> {
    return this.start(this.folder, WITHOUT_DASHBOARD)
  }

  /** Boots what `medusa build` made, with the dashboard. */
  bootBuilt(): Promise<void> {
    return this.start(this.file(BUILT), {})
  }

  async stop(): Promise<void> {
    const { backend } = this
    this.backend = undefined
    if (backend) {
      await backend.process.stop()
      noteEnd(backend.process)
    }
  }

  private async start(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
    this.backend = await step("Starting the fresh store", () =>
      startBackend(this.port, {
        store: folder,
        logFile: this.logFile,
        env: { ...this.environment, NODE_ENV: "production", ...env },
      })
    )
    noteStart(this.backend.process)
  }

  /** What the dashboard is made from: Medusa's packages by their versions, ours by its files. */
  private get dashboardKey(): string {
    const packages = ["admin-bundler", "dashboard", "draft-order", "loyalty-plugin"]
    const manifests = packages.map((name) => `node_modules/@medusajs/${name}/package.json`)
    return hashOf(
      [CONFIG, ...manifests, `node_modules/${PLUGIN}/.medusa/server/src/admin`],
      this.folder
    )
  }

  private get environment(): NodeJS.ProcessEnv {
    return {
      ...cleanEnvironment(),
      ...TEST_SECRETS,
      ...withoutTelemetry(path.dirname(this.logFile)),
      DATABASE_URL: this.databaseUrl,
      STORE_CORS: "http://localhost:8000",
      ADMIN_CORS: this.url,
      AUTH_CORS: this.url,
    }
  }
}

function rememberUntilItEnds(process: Child): void {
  noteStart(process)
  void process.ended.then(() => noteEnd(process))
}
