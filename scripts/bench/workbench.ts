import { randomUUID } from "node:crypto"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type { DataSource } from "typeorm"
import { dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"
import { closeChildren } from "../lib/children"
import { say, seconds } from "../lib/output"
import { startCluster } from "../lib/postgres/cluster"
import { createDatabase, dropDatabase, withClient } from "../lib/postgres/connection"
import { fillLedger, type LedgerSize } from "./ledger-data"

const FULL: LedgerSize = { accounts: 100_000, transactionsPerAccount: 10 }
const QUICK: LedgerSize = { accounts: 2_000, transactionsPerAccount: 10 }

/** The moment at which the benchmark's shoppers earned and spent. */
export const FILLED_AT = new Date("2026-01-01T00:00:00Z")

/**
 * A database with a filled ledger, made when an entry first asks for it: on the server of
 * DATABASE_URL, or on an embedded PostgreSQL that is as careful with its data as a store's.
 */
export class Workbench {
  readonly size: LedgerSize
  private readonly name = `bench_${randomUUID().replaceAll("-", "")}`
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), "loyalty-bench-"))
  private readonly opened: DataSource[] = []
  private server?: Promise<string>
  private created?: Promise<string>
  private filled?: Promise<void>

  constructor(readonly isQuick: boolean) {
    this.size = isQuick ? QUICK : FULL
  }

  /** The address of the benchmark's own database. */
  database(): Promise<string> {
    return (this.created ??= this.startServer().then((url) => createDatabase(url, this.name)))
  }

  /** The filled ledger on so many connections. */
  async ledger(connections: number): Promise<DataSource> {
    const url = await this.database()
    const dataSource = await dataSourceOnUrl({ clientUrl: url }, connections).initialize()
    this.opened.push(dataSource)
    await (this.filled ??= this.fill(dataSource, url))
    return dataSource
  }

  /** Removes all that it made. */
  async close(): Promise<void> {
    await Promise.all(this.opened.map((dataSource) => dataSource.destroy()))
    if (this.server && this.created) {
      await dropDatabase(await this.server, this.name)
    }
    await closeChildren()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private startServer(): Promise<string> {
    chmodSync(this.folder, 0o755)
    const given = process.env.DATABASE_URL
    return (this.server ??= given
      ? Promise.resolve(given)
      : startCluster({ folder: this.folder }).then(({ url }) => url))
  }

  private async fill(dataSource: DataSource, url: string): Promise<void> {
    const started = performance.now()
    await dataSource.runMigrations({ transaction: "all" })
    const tell = (accounts: number) =>
      process.stdout.write(`\rFilling the ledger … ${accounts} accounts (${seconds(started)})`)
    await withClient(url, (client) => fillLedger(client, this.size, FILLED_AT, tell))
    say()
  }
}
