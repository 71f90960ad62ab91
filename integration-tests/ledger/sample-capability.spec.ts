import { DataSource } from "typeorm"
import { cartTarget } from "../../src/domain/checkout/target"
import {
  entitiesOf,
  joinerConfigOf,
  queryMethodsOf,
  storesOf,
} from "../../src/modules/loyalty-points/assembly"
import { CAPABILITIES } from "../../src/modules/loyalty-points/capabilities"
import type { ModuleContext } from "../../src/modules/loyalty-points/capability-context"
import { parseOptions } from "../../src/modules/loyalty-points/options"
import { openLedger, type TestLedger } from "../support/ledger"
import { CREATE_GREETINGS, hello } from "../support/sample-capability"

const NOW = new Date("2026-11-27T12:00:00Z")
const WITH_HELLO = [...CAPABILITIES, hello] as const

/** All that the module needs for a new capability is one more entry in the list. */
describe("a new capability", () => {
  let real: TestLedger
  let dataSource: DataSource
  let context: ModuleContext

  beforeAll(async () => {
    real = await openLedger(2)
    await real.dataSource.query(CREATE_GREETINGS)
    const { url } = real
    const entities = entitiesOf(WITH_HELLO)
    dataSource = await new DataSource({ type: "postgres", url, entities }).initialize()
    context = { dataSource, now: () => NOW, options: parseOptions() }
  })
  afterAll(async () => {
    await dataSource.destroy()
    await real.drop()
  })

  it("is available under its key, beside the others, and gets the clock", async () => {
    const { hello: greetings, accounts } = storesOf(WITH_HELLO, context)
    expect(await greetings.greet("cus_1")).toBe("Hello cus_1, it is 2026-11-27T12:00:00.000Z")
    await greetings.greet("cus_1")
    expect(await greetings.ofCustomer("cus_1")).toMatchObject({ times: 2 })
    expect(await accounts.ofCustomer("cus_1")).toBeNull()
  })

  it("is listed and counted by Query's methods", async () => {
    const { hello: greetings } = storesOf(WITH_HELLO, context)
    await greetings.greet("cus_2")
    const query = queryMethodsOf(WITH_HELLO, context)
    const filters = { customer_id: ["cus_2"] }
    const one = { id: "lgreet_cus_2", customer_id: "cus_2", times: 1 }
    expect(await query.listLoyaltyGreetings(filters)).toEqual([one])
    expect(await query.listAndCountLoyaltyGreetings(filters, { take: 1 })).toEqual([[one], 1])
    expect(await query.listLoyaltyAccounts({ customer_id: "cus_2" })).toEqual([])
  })

  it("is known to links, ids and GraphQL", () => {
    const config = joinerConfigOf("loyaltyPoints", WITH_HELLO)
    expect(config.linkableKeys).toMatchObject({
      loyalty_account_id: "LoyaltyAccount",
      loyalty_greeting_customer_id: "LoyaltyGreeting",
    })
    expect(config.idPrefixToEntityName).toMatchObject({ lgreet: "LoyaltyGreeting" })
    expect(config.alias).toContainEqual({
      name: ["loyalty_greeting", "loyalty_greetings"],
      entity: "LoyaltyGreeting",
      args: { methodSuffix: "LoyaltyGreetings" },
    })
    expect(config.schema).toContain("type LoyaltyGreeting {")
  })

  it("takes part in a merge and in a closing, each all or nothing", async () => {
    const { hello: greetings, accounts, ledger } = storesOf(WITH_HELLO, context)
    const [one, two] = [await accounts.ensure("merged"), await accounts.ensure("kept")]
    await greetings.greet("merged")
    await greetings.greet("merged")
    await greetings.greet("kept")
    const merge = { account_id: one.id, into_account_id: two.id, reason: "Twice" }
    const itself = { ...merge, into_account_id: one.id }
    await expect(ledger.merge(itself)).rejects.toThrow("into itself")
    expect(await greetings.ofCustomer("merged")).toMatchObject({ times: 2 })
    await ledger.merge(merge)
    expect(await greetings.ofCustomer("merged")).toBeNull()
    expect(await greetings.ofCustomer("kept")).toMatchObject({ times: 3 })
    await ledger.close(two.id)
    expect(await greetings.ofCustomer("kept")).toBeNull()
    expect(await greetings.ofCustomer(`deleted_${two.id}`)).toMatchObject({ times: 3 })
  })

  it("undoes a merge and a closing in which it fails", async () => {
    const failing = async (): Promise<never> => {
      throw new Error("nobody is at home")
    }
    const troubled = [...CAPABILITIES, { ...hello, onMerge: failing, onClose: failing }] as const
    const { accounts, ledger, redemptions } = storesOf(troubled, context)
    const [one, two] = [await accounts.ensure("stays"), await accounts.ensure("other")]
    await ledger.credit({ account_id: one.id, kind: "bonus", points: 100, expires_at: null })
    const request = { customer_id: "stays", currency_code: "pln", points_requested: 50 }
    const target = cartTarget("cart_of_stays")
    await redemptions.request({ ...request, account_id: one.id, target })
    const merge = { account_id: one.id, into_account_id: two.id, reason: "Twice" }
    await expect(ledger.merge(merge)).rejects.toThrow("nobody is at home")
    await expect(ledger.close(one.id)).rejects.toThrow("nobody is at home")
    const stays = { customer_id: "stays", balance: 100, closed_at: null }
    expect(await accounts.byId(one.id)).toMatchObject(stays)
    expect(await redemptions.activeOf(target)).toMatchObject({ customer_id: "stays" })
  })

  it("is audited", async () => {
    const { audit } = storesOf(WITH_HELLO, context)
    expect((await audit.run()).violations).toEqual([])
    await dataSource.query(`INSERT INTO loyalty_greeting VALUES ('lgreet_never', 'never', 0)`)
    expect((await audit.run()).violations).toEqual([
      {
        invariant: 99,
        code: "greeted_less_than_once",
        subject: "lgreet_never",
        message: "greeted 0 times",
      },
    ])
  })
})
