import { DEFAULT_RULES } from "../../src/domain/program/rules"
import { PROGRAMS } from "../../src/modules/loyalty-points/program/queried"
import type { ListConfig } from "../../src/modules/loyalty-points/query/queryable"
import type { Filters } from "../../src/modules/loyalty-points/query/where"
import { parseOptions } from "../../src/modules/loyalty-points/options"
import { openLedger, type TestLedger } from "../support/ledger"

const START = new Date("2026-01-01T12:00:00.000Z")
const LATER = new Date("2026-02-01T12:00:00.000Z")

describe("rules stored in a program's versions", () => {
  let ledger: TestLedger
  beforeAll(async () => (ledger = await openLedger(2)))
  beforeEach(() => ledger.dataSource.query("TRUNCATE loyalty_program, loyalty_program_version"))
  afterAll(() => ledger?.drop())

  const list = (filters?: Filters, config?: ListConfig) =>
    PROGRAMS.list(
      { dataSource: ledger.dataSource, now: () => LATER, options: parseOptions() },
      filters,
      config
    )
  const create = (currency_code: string, rules: object = {}) =>
    ledger.programs.create(
      { currency_code, name: currency_code, rules: { ...DEFAULT_RULES, ...rules } },
      null,
      START
    )

  it("get the default of a rule that did not exist yet, and leave out one that is gone", async () => {
    const { id } = await create("pln", { validity_days: null, rounding: "ceil" })
    await ledger.dataSource.query(
      `UPDATE loyalty_program_version
       SET rules = (rules - 'rounding' - 'is_enabled') || '{"forgotten": 1}'::jsonb`
    )
    const rules = { ...DEFAULT_RULES, validity_days: null }
    expect((await ledger.programs.ofCurrency("pln"))?.rules).toEqual(rules)
    expect((await ledger.programs.inForce("pln", LATER))?.rules).toEqual(rules)
    const [listed] = await list({ is_enabled: true, rounding: "floor" })
    expect(listed).toEqual(await ledger.programs.retrieve(id))
    expect(listed).toMatchObject(rules)
    expect(listed).not.toHaveProperty("forgotten")
    const page = await ledger.programs.versions(id, { limit: 1, offset: 0 })
    expect(page.rows[0]!.rules).toEqual(rules)

    const { changes } = await ledger.programs.update(
      id,
      { rules: { rounding: "round" } },
      null,
      LATER
    )
    expect(changes).toEqual({ rounding: { from: "floor", to: "round" } })
  })

  it("are found by Query with their types: numbers as numbers, flags as flags", async () => {
    await create("pln", { point_value: "0.5", minimum_balance: 10, maximum_discount: "5" })
    await create("eur", { point_value: "0.05", minimum_balance: 9, is_enabled: false })
    const found = async (filters: Filters) =>
      (await list(filters)).map(({ currency_code }) => currency_code)

    expect(await found({ is_enabled: true })).toEqual(["pln"])
    expect(await found({ point_value: "0.50" })).toEqual(["pln"])
    expect(await found({ point_value: { $lt: 0.1 } })).toEqual(["eur"])
    expect(await found({ minimum_balance: { $gt: 9 } })).toEqual(["pln"])
    expect(await found({ maximum_discount: null })).toEqual(["eur"])
    expect(await found({ earn_on: ["order_completed", "order_placed"] })).toEqual(["eur", "pln"])
    const sorted = await list({}, { order: { minimum_balance: "ASC" } })
    expect(sorted.map(({ minimum_balance }) => minimum_balance)).toEqual([9, 10])
  })

  it("are only those of the current version, and not found once the program is deleted", async () => {
    const { id } = await create("pln")
    await ledger.programs.update(id, { rules: { is_enabled: false } }, null, LATER)
    expect(await list({ is_enabled: true })).toEqual([])
    expect(await list()).toMatchObject([{ version: 2, is_enabled: false }])
    await ledger.programs.delete(id, null, LATER)
    expect(await list()).toEqual([])
    expect(await ledger.programs.ofCurrency("pln")).toBeNull()
    expect(await ledger.programs.inForce("pln", LATER)).toMatchObject({ version: 3 })
  })
})
