import { randomUUID } from "node:crypto"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { Pool } from "pg"
import type { DataSource } from "typeorm"
import { dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"
import { runMigrations } from "../../src/modules/loyalty-points/database/migrate"
import { LOYALTY_POINTS_MODULE } from "../../src/modules/loyalty-points/key"
import type LoyaltyPointsModuleService from "../../src/modules/loyalty-points/service"
import { type Child, closeChildren } from "../lib/children"
import { ROOT } from "../lib/files"
import { step } from "../lib/output"
import { startCluster } from "../lib/postgres/cluster"
import { createDatabase, dropDatabase, withClient } from "../lib/postgres/connection"
import { testVariableIfSet } from "../test/environment"
import { addAccounts, fillLedger, type LedgerSize } from "./ledger-data"
import { type ModuleToOpen, type OpenModule, openModule } from "./modules"
import { type BenchStore, openStore } from "./store/bench-store"

const FULL = { accounts: 100_000, transactionsPerAccount: 10, creditsPerAccount: 4 }
const QUICK = { ...FULL, accounts: 2_000 }

const OUR_MODULE: ModuleToOpen = {
  key: LOYALTY_POINTS_MODULE,
  resolve: path.join(ROOT, "src/modules/loyalty-points"),
}

/** The moment at which the benchmark's shoppers earned and spent before it began. */
export const FILLED_AT = new Date()

/**
 * Databases with filled ledgers, each created when an entry first needs it: on the server of
 * DATABASE_URL, or on an embedded PostgreSQL with a store's durability settings.
 */
export class Workbench {
  /** The size of the ledger that most entries work on. */
  readonly size: LedgerSize
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), "loyalty-bench-"))
  private readonly closers: (() => Promise<unknown>)[] = []
  private readonly names: string[] = []
  private readonly databases = new Map<string, Promise<string>>()
  private started?: Promise<string>
  private running?: Promise<BenchStore>
  private backend?: Child

  constructor(readonly isQuick: boolean) {
    this.size = isQuick ? QUICK : FULL
  }

  /** The server's address, with a database that is not ours. */
  server(): Promise<string> {
    chmodSync(this.folder, 0o755)
    const given = process.env.DATABASE_URL
    return (this.started ??= given
      ? Promise.resolve(given)
      : startCluster({ folder: this.folder }).then(({ url }) => url))
  }

  /** The address of a database with a filled ledger. */
  database(size = this.size): Promise<string> {
    const key = JSON.stringify(size)
    const made = this.databases.get(key) ?? this.make(size)
    this.databases.set(key, made)
    return made
  }

  /** Adds accounts of another shape to the ledger that most entries work on; returns their ids. */
  async addAccounts(more: LedgerSize): Promise<string[]> {
    return withClient(await this.database(), (client) => addAccounts(client, more, FILLED_AT))
  }

  /** Our module's service on a number of connections to a filled ledger. */
  async loyaltyPoints(connections: number, size = this.size): Promise<LoyaltyPointsModuleService> {
    const { service } = await this.open<LoyaltyPointsModuleService>(OUR_MODULE, connections, size)
    return service
  }

  /** Any module on a number of connections to a filled ledger. */
  async open<Service>(
    module: ModuleToOpen,
    connections: number,
    size = this.size
  ): Promise<OpenModule<Service>> {
    const opened = await openModule<Service>(module, await this.database(size), connections)
    this.closers.push(() => opened.close())
    return opened
  }

  /** A number of plain node-pg connections to the filled ledger, configured like Medusa's pool. */
  async pool(connections: number, size = this.size): Promise<Pool> {
    const connectionString = await this.database(size)
    const pool = new Pool({ connectionString, max: connections, idleTimeoutMillis: 0 })
    this.closers.push(() => pool.end())
    return pool
  }

  /** The filled ledger through TypeORM alone, on a number of connections. */
  async ledger(connections: number, size = this.size): Promise<DataSource> {
    const clientUrl = await this.database(size)
    const dataSource = await dataSourceOnUrl({ clientUrl }, connections).initialize()
    this.closers.push(() => dataSource.destroy())
    return dataSource
  }

  /** A store on its own database, which runs until everything is removed. */
  store(): Promise<BenchStore> {
    return (this.running ??= this.startStore())
  }

  /** Closes the connections that an entry opened. */
  async disconnect(): Promise<void> {
    for (const close of this.closers.splice(0)) {
      await close()
    }
  }

  /** Removes everything it created, even if it has already stopped. */
  async close(): Promise<void> {
    try {
      await this.disconnect()
      await this.backend?.stop()
      await this.dropDatabases()
    } finally {
      await closeChildren()
      rmSync(this.folder, { recursive: true, force: true })
    }
  }

  /** Only needed on an external server; the embedded one is deleted with its folder. */
  private async dropDatabases(): Promise<void> {
    if (process.env.DATABASE_URL) {
      for (const name of this.names) {
        await dropDatabase(await this.server(), name)
      }
    }
  }

  private async startStore(): Promise<BenchStore> {
    // `npm test` has a migrated database already.
    const template = testVariableIfSet("template")
    const url = await this.newDatabase(template)
    const store = await openStore(path.join(this.folder, "store"), url, template !== undefined)
    this.backend = store.process
    return store
  }

  private async make(size: LedgerSize): Promise<string> {
    const url = await this.newDatabase()
    await runMigrations({ options: { database: { clientUrl: url } } })
    await step(`  Filling a ledger of ${size.accounts.toLocaleString("en-US")} accounts`, () =>
      withClient(url, (client) => fillLedger(client, size, FILLED_AT))
    )
    return url
  }

  private async newDatabase(template?: string): Promise<string> {
    const name = `bench_${randomUUID().replaceAll("-", "")}`
    this.names.push(name)
    return createDatabase(await this.server(), name, template)
  }
}
