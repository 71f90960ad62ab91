import { createStoreDatabase, type TestDatabase } from "../support/database"
import { makePluginStore, type PluginStorePlan } from "../support/plugin-store"
import { StoreServer } from "../support/server"

/** A handler unrelated to points, where the plugin has one. */
const OWN_HANDLER = `
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"

completeCartWorkflow.hooks.validate(() => undefined)
`

describe("a store does not start", () => {
  let database: TestDatabase
  let problems: Record<string, Promise<string>>

  beforeAll(async () => {
    database = await createStoreDatabase()
    const wrong = { programs: [{ currency_code: "pln", point_value: 0 }], timezone: "UTC" }
    problems = {
      plugin: start({ options: wrong }),
      module: start({ options: wrong, as: "module" }),
      slots: start({ files: { "src/workflows/hooks/complete-cart.ts": OWN_HANDLER } }),
    }
  })

  afterAll(() => database.drop())

  it.each(["plugin", "module"])("with invalid options of the %s, and says which", async (as) => {
    const problem = await problems[as]
    expect(problem).toContain("medusa-plugin-loyalty-points: invalid options in medusa-config: ")
    expect(problem).toContain("programs.0.point_value: expected a number or decimal string above 0")
    expect(problem).toContain('"timezone"')
  })

  it("with its own handler where the plugin has one, and says what to do", async () => {
    const problem = await problems.slots
    expect(problem).toContain("completeCartWorkflow.hooks.validate has a handler of this plugin")
    expect(problem).toContain("registerHooks: false")
  })

  /** What the log says at the end of a store that does not start. */
  async function start(plan: PluginStorePlan): Promise<string> {
    const options = { databaseUrl: database.url, store: makePluginStore(plan) }
    return StoreServer.start(options).then(
      async (server) => {
        await server.stop()
        return "The store has started."
      },
      (error: Error) => error.message
    )
  }
})
