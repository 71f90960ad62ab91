import { ModulesSdkUtils } from "@medusajs/framework/utils"
import type { DataSource } from "typeorm"

import type { ConnectionLender } from "../../src/modules/loyalty-points/database/borrowed-pool"
import { dataSourceOnPool } from "../../src/modules/loyalty-points/database/data-source"
import { createTestDatabase, type TestDatabase } from "../support/database"
import { times } from "../concurrency/race"

const CONNECTIONS = 2
const PATIENCE_MS = 2000

/** Medusa's connection, with the parts that only this test inspects. */
type MedusaConnection = ConnectionLender & {
  client: {
    pool: { numUsed(): number; numPendingAcquires(): number }
  }
  raw(sql: string): Promise<{ rows: Record<string, string>[] }>
  destroy(): Promise<void>
}

/** Runs an expectation whose failure names what Medusa, knex or TypeORM no longer does. */
async function assuming(assumption: string, expectation: () => unknown): Promise<void> {
  try {
    await expectation()
  } catch (error) {
    throw new Error(
      `An assumption of the borrowed pool broke: ${assumption}.\n` +
        "Adapt src/modules/loyalty-points/database/borrowed-pool.ts.\n\n" +
        (error as Error).message
    )
  }
}

describe("the pool borrowed from Medusa", () => {
  let database: TestDatabase
  let medusa: MedusaConnection
  let dataSource: DataSource
  let said: jest.SpyInstance
  beforeAll(async () => {
    // knex logs each connection that a test ends.
    said = jest.spyOn(console, "log").mockImplementation()
    database = await createTestDatabase()
    medusa = ModulesSdkUtils.createPgConnection({
      clientUrl: database.url,
      schema: "shop",
      driverOptions: { ssl: false },
      pool: { min: 0, max: CONNECTIONS, acquireTimeoutMillis: PATIENCE_MS },
    }) as unknown as MedusaConnection
    await medusa.raw(`CREATE SCHEMA shop`)
    await medusa.raw(`CREATE TABLE note (text text NOT NULL)`)
    dataSource = await dataSourceOnPool(medusa).initialize()
  })
  afterEach(async () => {
    await assuming("every borrowed connection is given back with releaseConnection()", () => {
      expect(medusa.client.pool.numUsed()).toBe(0)
      expect(medusa.client.pool.numPendingAcquires()).toBe(0)
    })
    await medusa.raw("TRUNCATE shop.note")
  })
  afterAll(async () => {
    await dataSource?.destroy()
    await medusa?.destroy()
    await database?.drop()
    said?.mockRestore()
  })

  const write = (text: string, work: () => Promise<void> = () => Promise.resolve()) =>
    dataSource.transaction(async (manager) => {
      await manager.query("INSERT INTO note VALUES ($1)", [text])
      await work()
    })
  const notes = async () => {
    const rows = await dataSource.query<{ text: string }[]>("SELECT text FROM note ORDER BY text")
    return rows.map(({ text }) => text)
  }

  it("is knex, which lends node-pg's clients", () =>
    assuming(
      "createPgConnection() returns knex with client.acquireConnection() and releaseConnection()",
      async () => {
        const { acquireConnection, releaseConnection } = medusa.client
        expect([typeof acquireConnection, typeof releaseConnection]).toEqual([
          "function",
          "function",
        ])
        const client = await medusa.client.acquireConnection()
        const methods = [typeof client.query, typeof client.on, typeof client.removeListener]
        await medusa.client.releaseConnection(client)
        expect(methods).toEqual(["function", "function", "function"])
      }
    ))

  it("uses the store's schema", () =>
    assuming("knex sets the store's search_path on each connection", async () => {
      await write("in the shop's schema")
      const { rows } = await medusa.raw("SELECT text FROM shop.note")
      expect(rows).toEqual([{ text: "in the shop's schema" }])
    }))

  it("commits and rolls back", () =>
    assuming("a transaction keeps its connection from BEGIN to COMMIT or ROLLBACK", async () => {
      await write("kept")
      const refusal = new Error("the payment was declined")
      await expect(write("undone", () => Promise.reject(refusal))).rejects.toBe(refusal)
      expect(await notes()).toEqual(["kept"])
    }))

  it("lets twenty transactions take turns on two connections", () =>
    assuming("acquireConnection() waits for a connection that is in use", async () => {
      const writers = times(20, (index) => write(`note ${index}`, async () => undefined))
      await Promise.all(writers.map((run) => run()))
      expect(await notes()).toHaveLength(20)
    }))

  it("survives a connection that the database ends halfway", () =>
    assuming("knex never lends a connection again that emitted an error", async () => {
      const endIt = () =>
        dataSource.transaction(async (manager) => {
          const [row] = await manager.query("SELECT pg_backend_pid() AS pid")
          await medusa.raw(`SELECT pg_terminate_backend(${row.pid})`)
          await manager.query("INSERT INTO note VALUES ('lost')")
        })
      for (let i = 0; i < 3; i++) {
        await expect(endIt()).rejects.toThrow()
      }
      await Promise.all(times(4, (index) => write(`after ${index}`)).map((run) => run()))
      expect(await notes()).toHaveLength(4)
    }))

  it("survives the end of connections that nobody uses", () =>
    assuming("knex notices when an idle connection ends", async () => {
      const clients = [
        await medusa.client.acquireConnection(),
        await medusa.client.acquireConnection(),
      ]
      const ended = clients.map((client) => new Promise((resolve) => client.once("end", resolve)))
      for (const client of clients) {
        await medusa.client.releaseConnection(client)
      }
      await database.endConnections()
      await Promise.all(ended)
      await Promise.all(times(4, (index) => write(`after ${index}`)).map((run) => run()))
      expect(await notes()).toHaveLength(4)
    }))

  it("times out with an error, and works again when a connection is free", () =>
    assuming("acquireConnection() rejects after acquireTimeoutMillis", async () => {
      const taken = [
        await medusa.client.acquireConnection(),
        await medusa.client.acquireConnection(),
      ]
      const waiting = dataSource.query("SELECT 1")
      await expect(waiting).rejects.toThrow("Timeout acquiring a connection")
      for (const client of taken) {
        await medusa.client.releaseConnection(client)
      }
      await write("served at last")
      expect(await notes()).toEqual(["served at last"])
    }))

  it("leaves no listeners behind on a frequently used connection", () =>
    assuming("TypeORM removes its error listener when it gives a connection back", async () => {
      const listeners = async () => {
        const client = await medusa.client.acquireConnection()
        const count = client.listenerCount("error")
        await medusa.client.releaseConnection(client)
        return count
      }
      const before = await listeners()
      for (let i = 0; i < 30; i++) {
        await write("again")
      }
      expect(await listeners()).toBe(before)
    }))

  it("stays open for Medusa when the plugin closes", () =>
    assuming("ending the borrowed pool ends no connection", async () => {
      const another = await dataSourceOnPool(medusa).initialize()
      await another.query("SELECT 1")
      await another.destroy()
      const { rows } = await medusa.raw("SELECT 'open' AS is")
      expect(rows).toEqual([{ is: "open" }])
    }))
})
