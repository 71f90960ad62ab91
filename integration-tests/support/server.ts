import { mkdtempSync } from "node:fs"
import path from "node:path"
import { startBackend, type Backend } from "../../scripts/lib/medusa"
import { freePort } from "../../scripts/lib/ports"
import { TEST_STORE_SETTINGS, testVariable } from "../../scripts/test/environment"
import { noteEnd, noteStart } from "./running-processes"

/** How to run a store. */
export interface ServerOptions {
  databaseUrl: string
  /** The folder of the store; left out: this repository. */
  store?: string
  /** More settings, as environment variables. */
  env?: NodeJS.ProcessEnv
}

/** A store in a process of its own, on one port for all of its lives. */
export class StoreServer {
  private constructor(
    private readonly port: number,
    private readonly options: ServerOptions,
    private readonly folder: string,
    private backend: Backend
  ) {}

  /** Boots a store on a free port and waits until it answers. */
  static async start(options: ServerOptions): Promise<StoreServer> {
    const folder = mkdtempSync(path.join(testVariable("runFolder"), "server-"))
    const port = await freePort()
    return new StoreServer(port, options, folder, await boot(port, options, folder))
  }

  /** Where it answers. */
  get url(): string {
    return this.backend.url
  }

  /** Its log, of all of its lives. */
  get logFile(): string {
    return this.backend.logFile
  }

  /** Stops it in order. */
  async stop(): Promise<void> {
    await this.backend.process.stop()
    noteEnd(this.backend.process)
  }

  /** Ends it with SIGKILL, in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.backend.process.kill()
    await this.backend.process.ended
    noteEnd(this.backend.process)
  }

  /** Boots it again, on the same database and port, after a stop or a kill. */
  async restart(): Promise<void> {
    this.backend = await boot(this.port, this.options, this.folder)
  }
}

async function boot(port: number, options: ServerOptions, folder: string): Promise<Backend> {
  const backend = await startBackend(port, {
    logFile: path.join(folder, "store.log"),
    store: options.store,
    env: { ...TEST_STORE_SETTINGS, DATABASE_URL: options.databaseUrl, ...options.env },
  })
  noteStart(backend.process)
  return backend
}
