import type { DataSource } from "typeorm"

import { migrations } from "../../migrations"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { assertLedgerCoherent, storesOn } from "../support/ledger"
import { NOTHING, objectsIn, withMigrations } from "./schema"

const NOW = new Date("2026-03-01T12:00:00Z")

describe("a store with its tables in another schema", () => {
  let database: TestDatabase
  let dataSource: DataSource
  beforeAll(async () => {
    database = await createTestDatabase()
    const onPublic = await withMigrations(database.url, [])
    await onPublic.query(`CREATE SCHEMA "my shop"`)
    await onPublic.destroy()
    dataSource = await withMigrations(database.url, migrations, "my shop")
  })
  afterAll(async () => {
    await dataSource?.destroy()
    await database?.drop()
  })

  it("finds everything there and nothing elsewhere", async () => {
    await dataSource.runMigrations({ transaction: "all" })
    expect((await objectsIn(dataSource, "my shop")).tables).toContain("loyalty_transaction")
    expect(await objectsIn(dataSource, "public")).toEqual(NOTHING)
  })

  it("keeps a ledger there", async () => {
    const { accounts, ledger } = storesOn(dataSource)
    const { id } = await accounts.ensure("cus_1", NOW)
    const bonus = { account_id: id, kind: "bonus" as const }
    await ledger.credit({ ...bonus, points: 100, expires_at: null }, NOW)
    await ledger.debit({ ...bonus, points: 30 }, NOW)
    expect(await accounts.byId(id, NOW)).toMatchObject({ balance: 70, available: 70 })
    await assertLedgerCoherent(dataSource)
  })

  it("is empty again when all migrations are undone", async () => {
    for (const _ of migrations) {
      await dataSource.undoLastMigration({ transaction: "all" })
    }
    expect(await objectsIn(dataSource, "my shop")).toEqual(NOTHING)
  })
})
