import type { ExpiryReport } from "../../src/workflows/expiry/expire-in-chunks"
import { expireInChunks } from "../../src/workflows/expiry/expire-in-chunks"
import { FIRST_PLACE } from "../../src/modules/loyalty-points/expiry/expiry-store"
import type { OwnedTransaction } from "../../src/modules/loyalty-points/ledger/types"
import { cartOf, holdOf } from "../concurrency/race"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"

const at = (ms: number) => new Date(Date.UTC(2026, 2, 2, 12) + ms)

describe("expired points", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(4)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await expectNoExpiryForgotten()
    await real.empty()
  })
  afterAll(() => real?.drop())

  it("are written off in one transaction that lists its lots, whoever writes it", async () => {
    for (const customer of ["by_job", "by_payment"]) {
      await shopperWith(customer, [30, at(10)], [20, at(5)], [7, null], [4, at(100)])
    }
    const [byJob, byPayment] = await Promise.all(["by_job", "by_payment"].map(idOf))
    await real.ledger.expire(byPayment!, at(10))
    expect(await run(at(10))).toEqual({ accounts: 1, points: 50, failed: 0 })

    for (const id of [byJob!, byPayment!]) {
      const { rows } = await real.accounts.transactions(id, { limit: 1, offset: 0 })
      const lots = await lotsOf(id)
      expect(rows[0]).toMatchObject({ kind: "expire", points: -50, balance_after: 11 })
      expect(rows[0]!.occurred_at).toEqual(at(10))
      expect(rows[0]!.details).toEqual({
        lots: [
          { id: lots[1]!.id, points: 20, expires_at: at(5).toISOString() },
          { id: lots[0]!.id, points: 30, expires_at: at(10).toISOString() },
        ],
      })
      expect(lots.map(({ remaining }) => remaining)).toEqual([0, 0, 7, 4])
    }
    const [one, other] = await Promise.all([byJob!, byPayment!].map(countsOf))
    expect(one).toEqual(other)
  })

  it("are reported to the caller: customer, points and transaction", async () => {
    const id = await shopperWith("told", [30, at(10)])
    await shopperWith("later", [30, at(11)])
    const { expired, next } = await chunk(10, at(10))
    expect(next).toBeNull()
    expect(expired).toMatchObject([
      { customer_id: "told", transaction: { account_id: id, kind: "expire", points: -30 } },
    ])
    const { rows } = await real.accounts.transactions(id, { limit: 1, offset: 0 })
    expect(expired[0]!.transaction).toEqual(rows[0])
  })

  it("are not written off twice", async () => {
    await shopperWith("once", [30, at(10)])
    expect(await run(at(10))).toMatchObject({ accounts: 1 })
    expect(await run(at(10))).toEqual({ accounts: 0, points: 0, failed: 0 })
    expect(await run(at(11))).toEqual({ accounts: 0, points: 0, failed: 0 })
  })

  it("stay as long as they are kept for a hold, the first to expire before others", async () => {
    const id = await shopperWith("holder", [30, at(10)], [20, at(10)], [40, at(9)], [5, null])
    const cart = await cartOf(real, id, "cart")
    await real.ledger.hold(holdOf(cart, 45), at(0))
    expect(await run(at(10))).toEqual({ accounts: 1, points: 45, failed: 0 })
    expect((await lotsOf(id)).map(({ remaining }) => remaining)).toEqual([5, 0, 40, 5])
    expect(await real.accounts.byId(id, at(10))).toMatchObject({ held: 45, available: 5 })

    expect(await run(at(11))).toEqual({ accounts: 0, points: 0, failed: 0 })
    await real.ledger.release({ redemption_id: cart }, at(12))
    expect(await run(at(12))).toEqual({ accounts: 1, points: 45, failed: 0 })
    expect(await countsOf(id)).toMatchObject({ balance: "5", next_expiry: null })
  })

  it("stay untouched on accounts that keep all of them; those behind still get their turn", async () => {
    for (const customer of ["a", "b", "c"]) {
      const id = await shopperWith(customer, [10, at(1)])
      await real.ledger.hold(holdOf(await cartOf(real, id, `cart_${customer}`), 10), at(0))
    }
    await shopperWith("d", [10, at(2)])
    const before = await allAccounts()
    expect(await run(at(10), 1)).toEqual({ accounts: 1, points: 10, failed: 0 })
    expect((await allAccounts()).slice(0, 3)).toEqual(before.slice(0, 3))
  })

  it("do not include pending points or a debt", async () => {
    const { id } = await real.accounts.ensure("debtor", at(0))
    const source = { type: "order", id: "order" }
    const earn = { account_id: id, kind: "earn" as const, source, expires_at: at(10) }
    await real.ledger.credit({ ...earn, points: 50 }, at(0))
    await real.ledger.debit({ account_id: id, kind: "adjust", points: 50 }, at(1))
    const reversal = { account_id: id, source, points: 50, policy: "allow_negative" as const }
    await real.ledger.reverse(reversal, at(1))
    expect(await run(at(10))).toEqual({ accounts: 0, points: 0, failed: 0 })
    expect(await countsOf(id)).toMatchObject({ balance: "-50", next_expiry: null })

    const waits = { kind: "bonus" as const, available_at: at(30), expires_at: at(40) }
    await real.ledger.credit({ account_id: id, points: 80, ...waits }, at(11))
    await shopperWith("waits", [10, at(20)])
    await real.ledger.credit({ account_id: await idOf("waits"), points: 8, ...waits }, at(11))
    expect(await run(at(20))).toEqual({ accounts: 1, points: 10, failed: 0 })
    expect(await countsOf(await idOf("waits"))).toMatchObject({ balance: "8", pending: "8" })
    expect(await run(at(40))).toEqual({ accounts: 2, points: 38, failed: 0 })
  })

  it("are counted again where the account was changed at a later time", async () => {
    const id = await shopperWith("ahead", [10, at(5)])
    const soon = { account_id: id, kind: "bonus" as const, points: 40, available_at: at(20) }
    await real.ledger.credit({ ...soon, expires_at: null }, at(1))
    const old = { ...soon, points: 1, available_at: at(1) }
    await real.ledger.credit({ ...old, expires_at: null }, at(25))
    await run(at(10))
    expect(await real.accounts.byId(id, at(10))).toMatchObject({ pending: 40, available: 1 })
    expect(await real.accounts.byId(id, at(20))).toMatchObject({ pending: 0, available: 41 })
  })

  it("continue where a run was interrupted between two chunks", async () => {
    for (let i = 0; i < 7; i++) {
      await shopperWith(`cus_${i}`, [10, at(i + 1)], [1, null])
    }
    const first = await chunk(3, at(10))
    const second = await chunk(3, at(10))
    const names = [...first.expired, ...second.expired].map(({ customer_id }) => customer_id)
    expect(names).toEqual(["cus_0", "cus_1", "cus_2", "cus_3", "cus_4", "cus_5"])
    expect(await run(at(10))).toEqual({ accounts: 1, points: 10, failed: 0 })
    expect(await expiryCounts()).toEqual(Array.from({ length: 7 }, () => "1"))
  })

  it("are written off for all but a failing account, which is reported and retried next time", async () => {
    for (let i = 0; i < 25; i++) {
      await shopperWith(`cus_${i}`, [10, at(1)])
    }
    const broken = await idOf("cus_13")
    const account = `UPDATE loyalty_account SET version`
    await real.dataSource.query(`${account} = 0 WHERE id = $1`, [broken])
    const failures: string[] = []
    expect(await run(at(10), 10, failures)).toEqual({ accounts: 24, points: 240, failed: 1 })
    expect(failures).toEqual([broken])
    await real.dataSource.query(`${account} = 1 WHERE id = $1`, [broken])
    expect(await run(at(10), 10)).toEqual({ accounts: 1, points: 10, failed: 0 })
  })

  it("do not wait for an account in use, which follows in the next pass", async () => {
    await shopperWith("free", [10, at(1)])
    const busy = await shopperWith("busy", [10, at(1)])
    const other = real.dataSource.createQueryRunner()
    await other.startTransaction()
    await other.query(`SELECT 1 FROM loyalty_account WHERE id = $1 FOR NO KEY UPDATE`, [busy])
    const order: string[] = []
    const expired = async (part: OwnedTransaction[]) => {
      order.push(...part.map(({ customer_id }) => customer_id))
      if (other.isTransactionActive) {
        await other.commitTransaction()
      }
    }
    const report = await expireInChunks(ledgerAt(at(10)), { expired, failed: jest.fn() })
    await other.release()
    expect(report).toEqual({ accounts: 2, points: 20, failed: 0 })
    expect(order).toEqual(["free", "busy"])
  })

  const ledgerAt = (now: Date) => ({
    expireDue: (request: Parameters<TestLedger["expiry"]["expireDue"]>[0]) =>
      real.expiry.expireDue(request, now),
    firstDue: (after: typeof FIRST_PLACE) => real.expiry.firstDue(after, now),
  })
  const chunk = (limit: number, now: Date) =>
    real.expiry.expireDue({ after: FIRST_PLACE, limit }, now)

  function run(now: Date, size?: number, failures: string[] = []): Promise<ExpiryReport> {
    const failed = (accountId: string) => void failures.push(accountId)
    return expireInChunks(ledgerAt(now), { expired: async () => undefined, failed }, size)
  }

  /** A customer with a bonus for each pair of points and expiry, given in this order. */
  async function shopperWith(customer: string, ...gifts: [points: number, end: Date | null][]) {
    const { id } = await real.accounts.ensure(customer, at(0))
    for (const [points, expires_at] of gifts) {
      await real.ledger.credit({ account_id: id, kind: "bonus", points, expires_at }, at(0))
    }
    return id
  }

  const idOf = async (customer: string) => (await real.accounts.ofCustomer(customer, at(0)))!.id

  /** The account's lots, the first to be opened first. */
  async function lotsOf(id: string) {
    const { rows } = await real.accounts.lots(id, { limit: 100, offset: 0 })
    const no = (lot: { id: string }) => Number(lot.id.split("_").at(-1))
    return rows.sort((one, other) => no(one) - no(other))
  }

  async function countsOf(id: string): Promise<Record<string, unknown>> {
    const [counts] = await real.dataSource.query<Record<string, unknown>[]>(
      `SELECT balance, held, pending, version, next_expiry, next_available, updated_at
       FROM loyalty_account WHERE id = $1`,
      [id]
    )
    return counts!
  }

  const allAccounts = () =>
    real.dataSource.query<object[]>(`SELECT xmin, * FROM loyalty_account ORDER BY no`)

  async function expiryCounts(): Promise<string[]> {
    const rows = await real.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM loyalty_transaction WHERE kind = 'expire' GROUP BY account_no`
    )
    return rows.map(({ count }) => count)
  }

  /** The job finds accounts by next_expiry: it may be too early, never too late. */
  async function expectNoExpiryForgotten(): Promise<void> {
    const forgotten = await real.dataSource.query<object[]>(
      `SELECT a.id FROM loyalty_account a JOIN loyalty_lot l ON l.account_no = a.no AND l.open
       WHERE l.expires_at < coalesce(a.next_expiry, 'infinity')`
    )
    expect(forgotten).toEqual([])
  }
})
