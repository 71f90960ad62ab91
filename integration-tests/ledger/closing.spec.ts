import { cartTarget } from "../../src/domain/checkout/target"
import { cartOf, holdOf } from "../concurrency/race"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-02T12:00:00Z")
const IN_MAY = new Date("2026-05-10T00:00:00Z")
const ORDER = { type: "order", id: "order_1" }

describe("a deleted customer's account", () => {
  let real: TestLedger
  let account: string
  beforeAll(async () => {
    real = await openLedger(2)
  })
  beforeEach(async () => {
    account = (await real.accounts.ensure("cus_1", NOW)).id
    const points = { points: 100, expires_at: IN_MAY }
    await real.ledger.credit({ account_id: account, kind: "adjust", ...points }, NOW)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const now = async () => (await real.accounts.byId(account, NOW))!

  const settle = (earned: number, revision = 0) => {
    const terms = { policy: "allow_negative" as const, program: null, redeemed: 0, revision }
    const dates = { available_at: NOW, expires_at: IN_MAY }
    return real.ledger.settle({ account_id: account, source: ORDER, earned, ...terms, ...dates }, NOW) // prettier-ignore
  }

  it("forgets its customer and writes off what is left, including pending points", async () => {
    const pending = { points: 40, expires_at: null, available_at: IN_MAY }
    await real.ledger.credit({ account_id: account, kind: "adjust", ...pending }, NOW)
    const written = await real.ledger.close(account, NOW)
    expect(written).toMatchObject([{ kind: "expire", points: -140, reason: "Account closed" }])
    expect(await now()).toMatchObject({
      ...{ customer_id: `deleted_${account}`, closed_at: NOW, merged_into: null },
      ...{ balance: 0, pending: 0, available: 0 },
    })
    expect(await real.accounts.ofCustomer("cus_1", NOW)).toBeNull()
  })

  it("closes once, however often it is called", async () => {
    await real.ledger.close(account, NOW)
    expect(await real.ledger.close(account, IN_MAY)).toEqual([])
    expect(await now()).toMatchObject({ closed_at: NOW })
  })

  it("keeps a debt: those points were spent", async () => {
    await settle(50)
    await real.ledger.debit({ account_id: account, kind: "adjust", points: 150 }, NOW)
    await settle(0, 1)
    await real.ledger.close(account, NOW)
    expect(await now()).toMatchObject({ balance: -50 })
  })

  it("no longer writes anything for its orders", async () => {
    await settle(50)
    await real.ledger.close(account, NOW)
    expect(await settle(0, 1)).toEqual([])
    expect(await settle(500, 1)).toEqual([])
    expect(await now()).toMatchObject({ balance: 0 })
  })

  it("gets no claimed order", async () => {
    await real.ledger.close(account, NOW)
    await expect(real.ledger.claim(account, ORDER, NOW)).rejects.toMatchObject({
      ledger_code: "loyalty_account_closed",
      message: `Loyalty account ${account} is closed because its customer was deleted`,
    })
  })

  it("releases the points of open carts, and no cart names the customer", async () => {
    await cartOf(real, account, "cart")
    await real.ledger.close(account, NOW)
    expect(await real.redemptions.activeOf(cartTarget("cart"))).toBeNull()
    const rows = await real.dataSource.query(`SELECT customer_id FROM loyalty_redemption`)
    expect(rows).toEqual([{ customer_id: `deleted_${account}` }])
  })

  describe("with points that an order is being completed with", () => {
    let redemption: string
    beforeEach(async () => {
      redemption = await cartOf(real, account, "cart")
      await real.ledger.hold(holdOf(redemption, 60), NOW)
      await real.ledger.close(account, NOW)
      expect(await now()).toMatchObject({ balance: 60, held: 60, available: 0 })
    })

    it("spends them when the order is placed", async () => {
      await real.ledger.capture(redemption, "order_1", "cart", NOW)
      expect(await now()).toMatchObject({ balance: 0, held: 0 })
    })

    it("writes them off otherwise, and requests none again", async () => {
      await real.ledger.release({ redemption_id: redemption, reapply_id: "lred_again" }, NOW)
      expect(await now()).toMatchObject({ balance: 0, held: 0 })
      expect(await real.redemptions.activeOf(cartTarget("cart"))).toBeNull()
    })
  })
})

describe("an order that no account was settled for", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(4)
  })
  afterAll(() => real?.drop())

  it("belongs to the first account that claims it", async () => {
    const one = (await real.accounts.ensure("one", NOW)).id
    const other = (await real.accounts.ensure("other", NOW)).id
    expect(await real.ledger.claim(one, ORDER, NOW)).toBe(true)
    expect(await real.ledger.claim(other, ORDER, NOW)).toBe(false)
    expect(await real.ledger.claim(one, ORDER, NOW)).toBe(true)
    expect(await real.ledger.settlementOf(ORDER)).toMatchObject({ customer_id: "one", revision: 0 })
    await assertLedgerCoherent(real.dataSource)
  })
})
