import type { Purchase } from "../../src/modules/loyalty-points/ledger/types"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-11-27T12:00:00Z")
const LATER = new Date("2026-11-28T12:00:00Z")

describe("sources as purchases", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(2)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const accountOf = async (customer: string) => (await real.accounts.ensure(customer, NOW)).id

  async function settle(account_id: string, order: string, earned: number, purchase?: Purchase) {
    const source = { type: "order", id: order }
    const { revision } = await real.ledger.settlementOf(source)
    const dates = { available_at: LATER, expires_at: null }
    const terms = { policy: "allow_negative", program: null, revision, ...dates } as const
    await real.ledger.settle({ account_id, source, earned, redeemed: 0, purchase, ...terms }, LATER)
  }

  const bought = (spent: string, counted = true): Purchase => ({
    purchased_at: NOW,
    spent,
    currency_code: "pln",
    counted,
  })

  /** What a member's purchases sum to, as tiers and statistics read them. */
  async function sumsOf(customer: string) {
    const [sums] = await real.dataSource.query<Record<string, string>[]>(
      `SELECT coalesce(sum(s.spent), 0) AS spent, coalesce(sum(s.points_earned), 0) AS earned,
         coalesce(sum(s.counted), 0) AS counted
       FROM loyalty_account a LEFT JOIN loyalty_settlement s
         ON s.member_no = a.no AND s.purchased_at >= $2
       WHERE a.customer_id = $1`,
      [customer, NOW]
    )
    return [Number(sums?.spent), Number(sums?.earned), Number(sums?.counted)]
  }

  it("are recorded with their points, and again when they change", async () => {
    const account = await accountOf("cus")
    await settle(account, "order_1", 300, bought("300"))
    await settle(account, "order_2", 99, bought("99.50"))
    expect(await sumsOf("cus")).toEqual([399.5, 399, 2])
    await settle(account, "order_1", 0, bought("0", false))
    expect(await sumsOf("cus")).toEqual([99.5, 99, 1])
  })

  it("leave out sources that are not purchases", async () => {
    await settle(await accountOf("cus"), "award_1", 500)
    expect(await sumsOf("cus")).toEqual([0, 0, 0])
  })

  it("follow merges, one after another, whenever they are settled", async () => {
    const [first, second, third] = [
      await accountOf("a"),
      await accountOf("b"),
      await accountOf("c"),
    ]
    await settle(first, "order_1", 100, bought("100"))
    await settle(second, "order_2", 20, bought("20"))
    const merge = { reason: "Registered twice" }
    await real.ledger.merge({ account_id: first, into_account_id: second, ...merge }, LATER)
    expect(await sumsOf("b")).toEqual([120, 120, 2])
    await settle(first, "order_3", 3, bought("3"))
    await real.ledger.merge({ account_id: second, into_account_id: third, ...merge }, LATER)
    await settle(first, "order_1", 50, bought("50"))
    await settle(second, "order_4", 4, bought("4"))
    expect(await sumsOf("a")).toEqual([0, 0, 0])
    expect(await sumsOf("b")).toEqual([0, 0, 0])
    expect(await sumsOf("c")).toEqual([77, 77, 4])
  })

  it("belong to the member they were claimed for", async () => {
    const account = await accountOf("guest")
    await real.ledger.claim(account, { type: "order", id: "order_1" }, NOW)
    await settle(account, "order_1", 10, bought("10"))
    expect(await sumsOf("guest")).toEqual([10, 10, 1])
  })

  it("stay those of a customer who was deleted", async () => {
    const account = await accountOf("gone")
    await settle(account, "order_1", 10, bought("10"))
    await real.ledger.close(account, LATER)
    await settle(account, "order_1", 0, bought("0", false))
    expect(await sumsOf(`deleted_${account}`)).toEqual([10, 10, 1])
  })
})
