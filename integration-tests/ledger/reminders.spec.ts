import {
  FIRST_REMINDER_PLACE,
  REMINDER_KIND,
} from "../../src/modules/loyalty-points/reminders/types"
import type { Sending } from "../../src/modules/loyalty-points/messages/message-store"
import { assertLedgerCoherent, openLedger, storesOn, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-01T12:00:00Z")
const LEASE = inDays(0.1)

function inDays(days: number, from = NOW): Date {
  return new Date(from.getTime() + days * 24 * 60 * 60 * 1000)
}

describe("reminders in the ledger's database", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openLedger(8)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  /** An account with lots that expire in a number of days. */
  async function accountWith(customerId: string, days: (number | null)[]) {
    const { id } = await real.accounts.ensure(customerId, NOW)
    for (const day of days) {
      const expires_at = day === null ? null : inDays(day)
      const credit = { account_id: id, kind: "bonus" as const, points: 100, expires_at }
      await real.ledger.credit(credit, NOW)
    }
    return id
  }

  const expiring = (
    now = NOW,
    more: { after?: typeof FIRST_REMINDER_PLACE; limit?: number } = {}
  ) =>
    real.reminders.expiring(
      { after: FIRST_REMINDER_PLACE, limit: 10, horizon: inDays(30, now), ...more },
      now
    )

  async function onlyAccount(now = NOW) {
    const [account] = (await expiring(now)).accounts
    if (!account) {
      throw new Error("No account has points that expire soon.")
    }
    return account
  }

  /** Takes all lots due at a number of days. */
  async function take(days: number, stores = storesOn(real.dataSource), now = NOW) {
    const account = await onlyAccount(now)
    const lots = account.lots.map(({ no }) => ({ no, days }))
    return stores.reminders.take({ account, lots, leasedUntil: LEASE }, now)
  }

  it("finds, page by page, accounts with points that expire soon enough", async () => {
    const ids = []
    for (const day of [25, 5, 15]) {
      ids.push(await accountWith(`cus_${day}`, [day, 40, null]))
    }
    await accountWith("cus_never", [null])
    await accountWith("cus_later", [31])
    const silent = await accountWith("cus_silent", [5])
    await real.reminders.choose(silent, false)

    const first = await expiring(NOW, { limit: 2 })
    expect(first.accounts.map(({ id }) => id)).toEqual([ids[1], ids[2]])
    expect(first.accounts[0]?.lots).toMatchObject([
      { no: "1", expires_at: inDays(5), reminded_days: null },
    ])
    const second = await expiring(NOW, { limit: 2, after: first.next ?? undefined })
    expect(second).toMatchObject({ accounts: [{ id: ids[0] }], next: null })
  })

  it("uses the index to find them", async () => {
    await real.dataSource.query(
      `INSERT INTO loyalty_account (id, customer_id, next_expiry, created_at, updated_at)
       SELECT 'a' || n, 'c' || n, $1::timestamptz + n * interval '1 minute', $1, $1
       FROM generate_series(1, 5000) n`,
      [inDays(29)]
    )
    await real.dataSource.query("ANALYZE loyalty_account")
    const plan = await real.dataSource.query<{ "QUERY PLAN": string }[]>(
      `EXPLAIN SELECT no FROM loyalty_account
       WHERE next_expiry <= $1 AND (next_expiry, no) > ('-infinity', 0) AND expiry_reminders
         AND closed_at IS NULL ORDER BY next_expiry, no LIMIT 200`,
      [inDays(30)]
    )
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n")
    expect(text).toContain("loyalty_account_due")
    expect(text).not.toContain("Seq Scan")
    expect(text).not.toContain("Sort")
    await real.empty()
  })

  it("covers a lot once per number of days, closer each time", async () => {
    await accountWith("cus_1", [5])
    const told = []
    for (const days of [30, 30, 7, 7, 30, 14, 3]) {
      told.push((await take(days)) ? days : null)
    }
    expect(told).toEqual([30, null, 7, null, null, null, 3])
    expect((await onlyAccount()).lots).toMatchObject([{ reminded_days: 3 }])
  })

  it("gives each lot to one of many runs that take them at once", async () => {
    await accountWith("cus_1", [2, 3, 4, 5, 6])
    const account = await onlyAccount()
    const taken = await Promise.all(
      Array.from({ length: 16 }, (_, run) => {
        // Each run saw other lots, in another order.
        const lots = account.lots.slice(run % 3).map(({ no }) => ({ no, days: 7 }))
        const asked = run % 2 === 0 ? lots : lots.reverse()
        return real.reminders.take({ account, lots: asked, leasedUntil: LEASE }, NOW)
      })
    )
    const points = await Promise.all(
      taken.flatMap((one) => (one ? [real.reminders.pointsOf(one, NOW)] : []))
    )
    expect(points.every((lots) => lots.length > 0)).toBe(true)
    const days = points.flat().map(({ expires_at }) => expires_at)
    expect(days.sort((one, other) => Number(one) - Number(other))).toEqual(
      [2, 3, 4, 5, 6].map((day) => inDays(day))
    )
  })

  it("counts what is there when it is sent", async () => {
    const id = await accountWith("cus_1", [5, 6])
    const taken = await take(7)
    if (!taken) {
      throw new Error("Nothing was taken.")
    }
    await real.ledger.debit({ account_id: id, kind: "adjust", points: 150 }, NOW)
    expect(await real.reminders.pointsOf(taken, NOW)).toMatchObject([
      { points: 50, expires_at: inDays(6) },
    ])
    expect(await real.reminders.pointsOf(taken, inDays(6))).toEqual([])
    expect(await real.messages.addresseeOf(taken, true)).toMatchObject({ account_id: id })
    await real.reminders.choose(id, false)
    expect(await real.messages.addresseeOf(taken, true)).toBeNull()
  })

  it("passes on what failed or was interrupted to one run, once its lease has ended", async () => {
    await accountWith("cus_1", [5])
    const message = await take(7)
    expect(await takeWaiting(inDays(1), NOW)).toEqual([])
    const later = inDays(0.2)
    const taken = (
      await Promise.all([1, 2, 3].map(() => takeWaiting(inDays(1, later), later)))
    ).flat()
    expect(taken).toEqual([message])

    const failed = { id: taken[0]?.id ?? "" }
    await finish(failed, { status: "failed", attempts: 1, retryAt: inDays(1) }, later)
    expect(await takeWaiting(inDays(2), inDays(0.9))).toEqual([])
    expect(await takeWaiting(inDays(2), inDays(1))).toMatchObject([{ ...failed, attempts: 1 }])
    await finish(failed, { status: "given_up", attempts: 2, retryAt: inDays(2) }, inDays(1))
    expect(await takeWaiting(inDays(4), inDays(3))).toEqual([])
  })

  it("merges what failed into the next message", async () => {
    const id = await accountWith("cus_1", [5])
    const message = await take(7)
    await finish({ id: message?.id ?? "" }, { status: "failed", attempts: 1, retryAt: NOW })
    await real.ledger.credit(
      { account_id: id, kind: "bonus", points: 10, expires_at: inDays(6) },
      NOW
    )
    const next = await take(7)
    expect(next && (await real.reminders.pointsOf(next, NOW))).toMatchObject([
      { points: 100 },
      { points: 10 },
    ])
    expect(await takeWaiting(LEASE, inDays(0.05))).toEqual([])
  })

  const takeWaiting = (leasedUntil: Date, now: Date) =>
    real.messages.take({ kind: REMINDER_KIND, limit: 10, leasedUntil }, now)

  const finish = (message: { id: string }, sending: Sending, now = NOW) =>
    real.messages.finish(message, sending, now)
})
