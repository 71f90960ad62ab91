import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { DATA_SOURCE, dataSourceOnUrl } from "../../src/modules/loyalty-points/database/data-source"
import {
  leaveSlotsToStore,
  noteImportOfHandlers,
} from "../../src/modules/loyalty-points/hook-slots"
import { type LoyaltyProgramOption, parseOptions } from "../../src/modules/loyalty-points/options"
import LoyaltyPointsModuleService from "../../src/modules/loyalty-points/service"
import { createTestDatabase } from "../support/database"
import { eventually } from "../support/eventually"
import { openLedger, type TestLedger } from "../support/ledger"

const PLN = { currency_code: "pln", name: "Points", point_value: 0.02 }
const EUR = { currency_code: "eur", is_enabled: false }

describe("programs of the options", () => {
  let ledger: TestLedger
  beforeAll(async () => (ledger = await openLedger(6)))
  beforeEach(() => ledger.dataSource.query("TRUNCATE loyalty_program, loyalty_program_version"))
  afterAll(() => ledger?.drop())

  it("are created when the store starts, by an actor that shows where they come from", async () => {
    const { service, heard, log } = await startStore([PLN, EUR])
    const [pln, eur] = await service.listLoyaltyPrograms({}, { order: { currency_code: "DESC" } })
    expect(pln).toMatchObject({ ...PLN, point_value: "0.02", version: 1, validity_days: 365 })
    expect(eur).toMatchObject({ ...EUR, name: "Loyalty points" })

    const { rows } = await service.programs.versions(pln!.id, { limit: 10, offset: 0 })
    expect(rows).toMatchObject([{ version: 1, actor_type: "options", actor_id: "medusa-config" }])
    expect(heard).toEqual(
      [pln, eur].map((program) => ({
        name: "loyalty.program_updated",
        data: { id: program!.id },
      }))
    )
    expect(log).toEqual(["info: loyalty points: created the programs of the options for pln, eur"])
  })

  it("leave alone what the merchant changed, deleted or created", async () => {
    const { service } = await startStore([PLN, EUR])
    const [pln, eur] = await service.listLoyaltyPrograms({}, { order: { currency_code: "DESC" } })
    await service.programs.update(pln!.id, { rules: { point_value: "0.03" } })
    await service.programs.delete(eur!.id)

    const again = await startStore([{ ...PLN, point_value: 0.05 }, EUR])
    expect(await service.listLoyaltyPrograms()).toMatchObject([
      { id: pln!.id, point_value: "0.03", version: 2 },
    ])
    expect(again.heard).toEqual([])
    expect(again.log).toEqual([])
  })

  it("are added when the options name another currency later", async () => {
    await startStore([PLN])
    const { service, heard } = await startStore([PLN, EUR])
    expect(await service.listLoyaltyPrograms()).toHaveLength(2)
    expect(heard).toHaveLength(1)
  })

  it("are created once by instances that start at the same time", async () => {
    const release = await holdWritersBack()
    const starting = Promise.all(Array.from({ length: 4 }, () => startStore([PLN, EUR])))
    await eventually(async () => expect(await waitingWriters()).toBe(4))
    await release()
    const instances = await starting
    expect(await instances[0]!.service.listLoyaltyPrograms()).toHaveLength(2)
    expect(instances.flatMap(({ heard }) => heard)).toHaveLength(2)
    expect(instances.flatMap(({ log }) => log)).toHaveLength(1)
  })

  it("wait for the tables, and the log says how to create them", async () => {
    const empty = await createTestDatabase()
    const dataSource = await dataSourceOnUrl({ clientUrl: empty.url }, 1).initialize()
    const { log } = await startStore([PLN], dataSource)
    await dataSource.destroy()
    await empty.drop()
    expect(log).toEqual([
      expect.stringMatching(/^error: .*no tables for them yet.*npx medusa db:migrate/),
    ])
  })

  describe("a store with registerHooks: false", () => {
    it("is warned as long as nothing imports the plugin's handlers", async () => {
      expect((await startStore([])).log).toEqual([])
      leaveSlotsToStore()
      expect((await startStore([])).log).toEqual([
        expect.stringMatching(/^warn: .*docs\/hooks\.md/),
      ])
      noteImportOfHandlers()
      expect((await startStore([])).log).toEqual([])
    })
  })

  /** Until this is released, everybody can read the programs and nobody can write them. */
  async function holdWritersBack(): Promise<() => Promise<void>> {
    const runner = ledger.dataSource.createQueryRunner()
    await runner.startTransaction()
    await runner.query("LOCK TABLE loyalty_program IN SHARE ROW EXCLUSIVE MODE")
    return async () => {
      await runner.commitTransaction()
      await runner.release()
    }
  }

  async function waitingWriters(): Promise<number> {
    const [row] = await ledger.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'loyalty_program'::regclass`
    )
    return Number(row?.count)
  }

  /** The start of one instance of a store. */
  async function startStore(programs: LoyaltyProgramOption[], dataSource = ledger.dataSource) {
    const heard: unknown[] = []
    const log: string[] = []
    const write = (level: string) => (line: string) => void log.push(`${level}: ${line}`)
    const logger = { info: write("info"), warn: write("warn"), error: write("error") }
    const eventBus = { emit: async (events: unknown[]) => void heard.push(...events) }
    const service = new LoyaltyPointsModuleService({
      [DATA_SOURCE]: dataSource,
      loyaltyPointsOptions: parseOptions({ programs }),
      logger: logger as unknown as Logger,
      [Modules.EVENT_BUS]: eventBus as unknown as IEventBusModuleService,
    })
    await service.__hooks.onApplicationStart()
    return { service, heard, log }
  }
})
