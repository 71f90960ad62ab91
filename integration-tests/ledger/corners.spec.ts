import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"
import { cartOf, holdOf, shopperWith } from "../concurrency/race"

const at = (ms: number) => new Date(Date.UTC(2026, 2, 2, 12) + ms)

describe("calls that come late, twice or in a rare order", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(2)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const bonus = (account_id: string, points: number, expires_at: Date | null = null) => ({
    ...{ account_id, kind: "bonus" as const },
    ...{ points, expires_at },
  })

  describe("from a server whose clock is behind", () => {
    it("a payment takes earlier points if nothing falls due between the clocks", async () => {
      const account = await shopperWith(real, "shopper", 50)
      await real.ledger.expire(account, at(10))
      await real.ledger.debit(bonus(account, 10), at(10))
      await real.ledger.credit(bonus(account, 100), at(20))
      await real.ledger.debit(bonus(account, 120), at(15))
      const id = await cartOf(real, account, "cart")
      await real.ledger.hold(holdOf(id, 20), at(12))
      expect(await real.accounts.byId(account, at(20))).toMatchObject({ balance: 20, available: 0 })
      expect(await updatedAt(account)).toEqual(at(20))
    })

    const updatedAt = async (id: string) => (await real.accounts.byId(id, at(30)))?.updated_at
  })

  describe("on an account that was opened by a clock far behind the database's", () => {
    it("opens it at that clock's time", async () => {
      const { created_at, updated_at } = await real.accounts.ensure("shopper", at(0))
      expect({ created_at, updated_at }).toEqual({ created_at: at(0), updated_at: at(0) })
    })

    it("an order spends available points, not pending ones", async () => {
      const account = await shopperWith(real, "shopper", 50)
      const id = await cartOf(real, account, "cart")
      await real.ledger.hold(holdOf(id, 20), at(0))
      const waiting = { ...bonus(account, 10, at(2000)), available_at: at(1000) }
      await real.ledger.credit(waiting, at(0))
      await real.ledger.capture(id, "order_1", "cart", at(0))
      expect(await real.accounts.byId(account, at(0))).toMatchObject({
        balance: 40,
        available: 30,
        pending: 10,
        expiring: [{ points: 10, expires_at: at(2000) }],
      })
    })
  })

  describe("from a server whose clock is behind, with lots falling due in between", () => {
    let account: string
    beforeEach(async () => {
      account = await shopperWith(real, "shopper", 50, at(5))
      await real.ledger.credit(bonus(account, 100, at(1000)), at(10))
    })

    it("a payment cannot take points of a later moment", async () => {
      expect(await real.accounts.byId(account, at(0))).toMatchObject({
        available: 50,
        pending: 100,
      })
      await expect(real.ledger.debit(bonus(account, 51), at(0))).rejects.toMatchObject({
        ledger_code: "insufficient_points",
        detail: { available: 50 },
      })
    })

    it("a payment takes what there was, and the rest is available a moment later", async () => {
      await real.ledger.debit(bonus(account, 50), at(0))
      expect(await real.accounts.byId(account, at(0))).toMatchObject({ available: 0, pending: 100 })
      expect(await real.accounts.byId(account, at(10))).toMatchObject({
        available: 100,
        pending: 0,
      })
      await real.ledger.debit(bonus(account, 100), at(10))
    })

    it("a cart cannot hold points of a later moment", async () => {
      const id = await cartOf(real, account, "cart")
      await expect(real.ledger.hold(holdOf(id, 51), at(0))).rejects.toMatchObject({
        ledger_code: "insufficient_points",
      })
    })

    it("an order spends what its cart held", async () => {
      const id = await cartOf(real, account, "cart")
      await real.ledger.hold(holdOf(id, 80), at(10))
      await real.ledger.capture(id, "order_1", "cart", at(0))
      expect(await real.accounts.byId(account, at(10))).toMatchObject({
        balance: 20,
        available: 20,
      })
    })

    it("pending points that became available in between are counted once", async () => {
      const soon = { ...bonus(account, 40), available_at: at(20) }
      await real.ledger.credit(soon, at(11))
      await real.ledger.debit(bonus(account, 10), at(25))
      await real.ledger.credit({ ...bonus(account, 5), available_at: at(22) }, at(21))
      await real.ledger.debit(bonus(account, 1), at(12))
      expect(await real.accounts.byId(account, at(30))).toMatchObject({
        ...{ balance: 134, pending: 0, available: 134 },
      })
    })
  })

  it("a credit returns its first result even after its points have expired", async () => {
    const { id } = await real.accounts.ensure("campaign", at(0))
    const gift = { ...bonus(id, 100, at(1000)), idempotency_key: "birthday-2026" }
    const first = await real.ledger.credit(gift, at(0))
    const again = await real.ledger.credit(gift, at(2000))
    expect(first.is_new).toBe(true)
    expect(again).toEqual({ transaction: first.transaction, is_new: false })
  })

  it.each<[what: string, call: (one: string, other: string) => Promise<unknown>]>([
    ["another amount", (one) => real.ledger.credit(keyed(bonus(one, 101)), at(0))],
    ["another shopper", (_, other) => real.ledger.credit(keyed(bonus(other, 100)), at(0))],
    ["taking instead of giving", (one) => real.ledger.debit(keyed(bonus(one, 100)), at(0))],
    [
      "another reason to ask",
      (one) => real.ledger.credit({ ...keyed(bonus(one, 100)), input: { campaign: 2 } }, at(0)),
    ],
  ])("a key is refused for %s", async (_, call) => {
    const one = (await real.accounts.ensure("one", at(0))).id
    const other = (await real.accounts.ensure("other", at(0))).id
    await real.ledger.credit(keyed(bonus(one, 100)), at(0))
    await expect(call(one, other)).rejects.toMatchObject({ ledger_code: "idempotency_key_reused" })
  })

  it("an order takes pending points where a reversal took those that its cart held", async () => {
    const { id } = await real.accounts.ensure("reversed", at(0))
    const source = { type: "order", id: "order_1" }
    await real.ledger.credit({ ...bonus(id, 100), kind: "earn", source }, at(0))
    await real.ledger.credit({ ...bonus(id, 100), available_at: at(1000) }, at(0))
    const cart = await cartOf(real, id, "cart")
    await real.ledger.hold(holdOf(cart, 80), at(0))
    const reversal = { account_id: id, source, points: 100, policy: "allow_negative" as const }
    await real.ledger.reverse(reversal, at(1))
    await real.ledger.capture(cart, "order_2", "cart", at(2))
    expect(await real.accounts.byId(id, at(2))).toMatchObject({
      ...{ balance: 20, held: 0, pending: 20, available: 0 },
    })
  })

  it("points that were given back expire with the lot they came from", async () => {
    const { id } = await real.accounts.ensure("returned", at(0))
    await real.ledger.credit(bonus(id, 100, at(1000)), at(0))
    await real.ledger.credit({ ...bonus(id, 100), available_at: at(10) }, at(0))
    const cart = await cartOf(real, id, "cart")
    await real.ledger.hold(holdOf(cart, 100), at(5))
    await real.ledger.capture(cart, "order_1", "cart", at(5))
    await real.ledger.expire(id, at(20))
    const refund = { account_id: id, source: { type: "order", id: "order_1" }, points: 100 }
    await real.ledger.refund(refund, at(30))
    expect(await real.accounts.byId(id, at(999))).toMatchObject({ available: 200 })
    expect(await real.accounts.byId(id, at(1000))).toMatchObject({ available: 100 })
    await expect(real.ledger.debit(bonus(id, 101), at(1000))).rejects.toMatchObject({
      detail: { available: 100 },
    })
  })

  it("a call for an account that does not exist says so", async () => {
    const nobody = bonus("lacc_unknown", 1)
    const refused = { ledger_code: "loyalty_account_not_found" }
    await expect(real.ledger.credit(nobody, at(0))).rejects.toMatchObject(refused)
    await expect(real.ledger.debit(nobody, at(0))).rejects.toMatchObject(refused)
    await expect(real.ledger.expire("lacc_unknown", at(0))).rejects.toMatchObject(refused)
  })
})

const keyed = <T extends object>(input: T) => ({ ...input, idempotency_key: "key" })
