import { seedShop } from "../../scripts/seed/shop"
import { createStoreDatabase, type TestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { asMerchant, HttpClient } from "../support/http"
import { StoreServer } from "../support/server"

describe("a store that is killed and started again", () => {
  let database: TestDatabase
  let server: StoreServer

  beforeAll(async () => {
    database = await createStoreDatabase()
    server = await StoreServer.start({ databaseUrl: database.url })
  })

  afterAll(async () => {
    await server.stop()
    await database.drop()
  })

  it("answers nothing while it is dead and has kept its data afterwards", async () => {
    const before = await seedShop(await asMerchant(new HttpClient(server.url)))

    await server.kill()
    await eventually(() => expect(fetch(`${server.url}/health`)).rejects.toThrow())

    await server.restart()
    const after = await seedShop(await asMerchant(new HttpClient(server.url)))
    expect(after).toEqual(before)
  })
})
