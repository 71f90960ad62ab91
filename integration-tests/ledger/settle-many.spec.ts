import fc from "fast-check"

import type { OwnedTransaction, SettleInput } from "../../src/modules/loyalty-points/ledger/types"
import { settleInChunks } from "../../src/workflows/settlement/settle-in-chunks"
import { shopperWith } from "../concurrency/race"
import { assertLedgerCoherent, journalOf, openLedger, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-01T12:00:00Z")
const LATER = new Date("2026-03-09T12:00:00Z")
const IN_APRIL = new Date("2026-04-10T00:00:00Z")

const TERMS = {
  ...{ redeemed: 0, policy: "allow_negative" as const, program: null, revision: 0 },
  ...{ available_at: NOW, expires_at: null },
}

describe("many sources settled in one statement", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(2)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const orderOf = (account_id: string, id: string, earned: number): SettleInput => ({
    ...TERMS,
    ...{ account_id, earned, source: { type: "order", id } },
  })
  const balanceOf = async (id: string) => (await real.accounts.byId(id, NOW))!.balance

  it("name the customer and the source of each transaction, and what they were bought for", async () => {
    const [one, other] = [await shopperWith(real, "one", 1), await shopperWith(real, "other", 1)]
    const purchase = { purchased_at: NOW, spent: "99.50", currency_code: "pln", counted: true }
    const program = { id: "lprog_1", version: 3 }
    const details = { cart_id: "cart_1" }
    const written = await real.ledger.settleMany(
      [
        { ...orderOf(one, "order_1", 100), purchase, program, details },
        orderOf(other, "order_2", 20),
        orderOf(one, "order_3", 0),
      ],
      NOW
    )
    expect(written).toMatchObject([
      {
        customer_id: "one",
        transaction: { points: 100, order_id: "order_1", cart_id: "cart_1", program_version: 3 },
      },
      { customer_id: "other", transaction: { points: 20, order_id: "order_2" } },
    ])
    const rows = await real.dataSource.query(
      `SELECT source_id, spent, currency_code, counted, purchased_at FROM loyalty_settlement
       ORDER BY source_id`
    )
    expect(rows).toMatchObject([
      { source_id: "order_1", spent: "99.50", currency_code: "pln", counted: 1, purchased_at: NOW },
      { source_id: "order_2", spent: "0", counted: 0, purchased_at: null },
      { source_id: "order_3" },
    ])
  })

  it("are settled all or none: an outdated one among them is named", async () => {
    const account = await shopperWith(real, "shopper", 1)
    await real.ledger.settle(orderOf(account, "order_2", 7), NOW)
    const chunk = ["order_1", "order_2", "order_3"].map((id) => orderOf(account, id, 100))
    await expect(real.ledger.settleMany(chunk, NOW)).rejects.toMatchObject({
      ledger_code: "settlement_outdated",
      message: "A newer settlement of order_2 came first",
    })
    expect(await balanceOf(account)).toBe(8)
  })

  it("leave out only the failing sources when settled in chunks", async () => {
    const account = await shopperWith(real, "shopper", 1)
    await real.ledger.settle(orderOf(account, "order_33", 7), NOW)
    const sources = Array.from({ length: 120 }, (_, n) => orderOf(account, `order_${n}`, 10))
    sources[80] = orderOf("lacc_unknown", "order_80", 10)
    const failures: [string, unknown][] = []
    const heard: OwnedTransaction[] = []
    const report = await settleInChunks(real.ledger, sources, NOW, {
      settled: async (written) => void heard.push(...written),
      failed: ({ source }, error) => void failures.push([source.id, error]),
    })
    expect(report).toEqual({ settled: 118, transactions: 118, failed: 2 })
    expect(heard).toHaveLength(118)
    expect(failures).toEqual([
      ["order_33", expect.objectContaining({ ledger_code: "settlement_outdated" })],
      ["order_80", expect.objectContaining({ ledger_code: "loyalty_account_not_found" })],
    ])
    expect(await balanceOf(account)).toBe(1 + 7 + 1180)
  })

  it("pass points of merged accounts on", async () => {
    const [old, kept] = [await shopperWith(real, "old", 10), await shopperWith(real, "kept", 1)]
    await real.ledger.merge({ account_id: old, into_account_id: kept, reason: "twice" }, NOW)
    const chunk = [orderOf(old, "order_1", 100), orderOf(kept, "order_2", 20)]
    await real.ledger.settleMany(chunk, NOW)
    expect([await balanceOf(old), await balanceOf(kept)]).toEqual([0, 131])
  })

  it("give the same result as one by one, whatever they contain", async () => {
    const settling = fc.record({
      shopper: fc.nat(2),
      order: fc.nat(5),
      earned: fc.constantFrom(0, 10, 60, 150, 300),
      redeemed: fc.constantFrom(0, 0, 0, 10, 60),
      policy: fc.constantFrom("allow_negative" as const, "clamp_to_zero" as const),
      available_at: fc.constantFrom(NOW, LATER),
      expires_at: fc.constantFrom(null, IN_APRIL),
    })
    const chunk = fc.uniqueArray(settling, {
      selector: ({ shopper, order }) => `${shopper}_${order}`,
      maxLength: 12,
    })
    let runs = 0
    const rounds = fc.array(chunk, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(rounds, fc.constantFrom(NOW, LATER), async (given, last) => {
        runs += 1
        const [one, many] = [await shopOf(`one ${runs}`), await shopOf(`many ${runs}`)]
        for (const [revision, settlings] of given.entries()) {
          const now = revision === given.length - 1 ? last : NOW
          // As the database takes them: by source.
          const inOrder = [...settlings].sort((a, b) => (idOf("", a) < idOf("", b) ? -1 : 1))
          for (const input of await inputsOf(one, inOrder)) {
            await real.ledger.settle(input, now)
          }
          await real.ledger.settleMany(await inputsOf(many, settlings), now)
        }
        expect(await journalsOf(many)).toEqual(await journalsOf(one))
      }),
      { numRuns: 25 }
    )
  })

  type Shop = { name: string; accounts: string[] }

  async function shopOf(name: string): Promise<Shop> {
    const accounts: string[] = []
    for (const shopper of [0, 1, 2]) {
      accounts.push(await shopperWith(real, `${name} ${shopper}`, 100, IN_APRIL))
    }
    return { name, accounts }
  }

  const idOf = (name: string, { shopper, order }: { shopper: number; order: number }) =>
    `${name} ${shopper} ${order}`

  async function inputsOf(
    { name, accounts }: Shop,
    settlings: (Omit<SettleInput, "account_id" | "source" | "program" | "revision"> & {
      shopper: number
      order: number
    })[]
  ): Promise<SettleInput[]> {
    return Promise.all(
      settlings.map(async ({ shopper, order, ...terms }) => {
        const source = { type: "order", id: idOf(name, { shopper, order }) }
        const { revision } = await real.ledger.settlementOf(source)
        return { ...terms, account_id: accounts[shopper]!, source, program: null, revision }
      })
    )
  }

  const journalsOf = ({ accounts }: Shop) =>
    Promise.all(accounts.map((id) => journalOf(real.dataSource, id)))
})
