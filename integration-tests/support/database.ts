import { randomUUID } from "node:crypto"
import { createDatabase, dropDatabase, withClient } from "../../scripts/lib/postgres/connection"
import { testVariable } from "../../scripts/test/environment"

/** A database of a test's own. */
export interface TestDatabase {
  url: string
  /** Ends all connections to it, as a database that restarts does. */
  endConnections(): Promise<void>
  /** Drops it, whoever is connected. */
  drop(): Promise<void>
}

/** Creates an empty database; the test migrates it itself. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create("test")
}

/** Creates the database of a store: migrated, with the merchant `TEST_ADMIN`, otherwise empty. */
export function createStoreDatabase(): Promise<TestDatabase> {
  return create("store", testVariable("template"))
}

async function create(prefix: string, template?: string): Promise<TestDatabase> {
  const server = testVariable("server")
  const name = `${prefix}_${randomUUID().replaceAll("-", "")}`
  const url = await createDatabase(server, name, template)
  return {
    url,
    endConnections: () =>
      withClient(server, async (client) => {
        await client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
          [name]
        )
      }),
    drop: () => dropDatabase(server, name),
  }
}
