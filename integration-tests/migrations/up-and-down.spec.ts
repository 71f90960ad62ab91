import type { DataSource } from "typeorm"

import { migrations } from "../../migrations"
import { LEDGER_FUNCTION_NAMES } from "../../migrations/ledger-functions"
import { revertMigration, runMigrations } from "../../src/modules/loyalty-points/database/migrate"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { NOTHING, objectsIn, withMigrations } from "./schema"

const LEDGER_TABLES = [
  "loyalty_account",
  "loyalty_account_no_seq",
  "loyalty_lot",
  "loyalty_message",
  "loyalty_redemption",
  "loyalty_reminded_lot",
  "loyalty_seal",
  "loyalty_settlement",
  "loyalty_transaction",
]
const PROGRAM_TABLES = ["loyalty_program", "loyalty_program_version"]

/** Functions that the tables need. */
const OF_TABLES = ["loyalty_position", "loyalty_position_base", "loyalty_refuse_change"]

describe("migrating a store", () => {
  let database: TestDatabase
  let dataSource: DataSource
  beforeEach(async () => {
    database = await createTestDatabase()
    dataSource = await withMigrations(database.url, migrations)
  })
  afterEach(async () => {
    await dataSource?.destroy()
    await database?.drop()
  })

  /** Runs the first migrations only. */
  const upTo = async (count: number) => {
    const first = await withMigrations(database.url, migrations.slice(0, count))
    const done = await first.runMigrations({ transaction: "all" })
    await first.destroy()
    return done.map(({ name }) => name)
  }

  it("adds programs, then the ledger's tables, then its functions, one by one", async () => {
    expect(await objectsIn(dataSource)).toEqual(NOTHING)

    expect(await upTo(1)).toEqual(["CreatePrograms1795219200001"])
    expect(await objectsIn(dataSource)).toEqual({ ...NOTHING, tables: PROGRAM_TABLES })

    expect(await upTo(2)).toEqual(["CreateLedger1795219200002"])
    expect(await objectsIn(dataSource)).toEqual({
      tables: [...LEDGER_TABLES, ...PROGRAM_TABLES].sort(),
      functions: OF_TABLES,
      types: [],
    })

    expect(await upTo(3)).toEqual(["CreateLedgerFunctions1795219200003"])
    const { functions, types } = await objectsIn(dataSource)
    expect(functions).toEqual([...LEDGER_FUNCTION_NAMES, ...OF_TABLES].sort())
    expect(types).toEqual(["loyalty_consumption", "loyalty_entry"])
    expect(await upTo(3)).toEqual([])
  })

  it("undone one by one leaves nothing behind, and can be done again", async () => {
    for (let round = 0; round < 2; round++) {
      await dataSource.runMigrations({ transaction: "all" })
      expect((await objectsIn(dataSource)).tables).toEqual(
        [...LEDGER_TABLES, ...PROGRAM_TABLES].sort()
      )
      await dataSource.undoLastMigration({ transaction: "all" })
      expect((await objectsIn(dataSource)).functions).toEqual(OF_TABLES)
      await dataSource.undoLastMigration({ transaction: "all" })
      expect(await objectsIn(dataSource)).toEqual({ ...NOTHING, tables: PROGRAM_TABLES })
      await dataSource.undoLastMigration({ transaction: "all" })
      expect(await objectsIn(dataSource)).toEqual(NOTHING)
    }
  })

  it("leaves nothing applied when one migration fails", async () => {
    class Fails1795219200099 {
      name = "Fails1795219200099"
      up = () => Promise.reject(new Error("the disk is full"))
      down = () => Promise.resolve()
    }
    const failing = await withMigrations(database.url, [...migrations, Fails1795219200099])
    await expect(failing.runMigrations({ transaction: "all" })).rejects.toThrow("the disk is full")
    await failing.destroy()
    expect(await objectsIn(dataSource)).toEqual(NOTHING)
    expect(await dataSource.runMigrations({ transaction: "all" })).toHaveLength(migrations.length)
  })

  it("is what db:migrate and db:rollback do; a rollback undoes the last one", async () => {
    const options = { database: { clientUrl: database.url, schema: "" } }
    const done = await runMigrations({ options })
    expect(done).toEqual(migrations.map(({ name }) => ({ name })))
    expect(await runMigrations({ options })).toEqual([])
    await revertMigration({ options })
    expect((await objectsIn(dataSource)).types).toEqual([])
    await revertMigration({ options, migrationNames: ["one", "another"] })
    expect(await objectsIn(dataSource)).toEqual(NOTHING)
  })

  it("names the missing setting if there is no database URL", async () => {
    await expect(runMigrations({ options: {} })).rejects.toThrow("projectConfig.databaseUrl")
  })
})
