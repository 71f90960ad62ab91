import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { barrier, cartOf, holdOf, NOW, openRaceTrack, race, shopperWith, SOON } from "./race"
import { times } from "./race"

const ORDER = { type: "order", id: "order_1" }
const TERMS = {
  ...{ source: ORDER, policy: "allow_negative" as const, program: null },
  ...{ available_at: NOW, expires_at: null },
}

describe("an order that several events settle at once", () => {
  let track: TestLedger
  beforeAll(async () => {
    track = await openRaceTrack()
  })
  afterEach(async () => {
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(() => track?.drop())

  const settle = (account_id: string, earned: number, redeemed: number, revision: number) =>
    track.ledger.settle({ ...TERMS, account_id, earned, redeemed, revision }, SOON)
  const balanceOf = async (id: string) => (await track.accounts.byId(id, SOON))!.balance

  /** Settles as an event does: reads the order, and reads it again if a newer settlement came first. */
  const settleUntilCurrent = async (account_id: string, read: () => [number, number]) => {
    for (let tries = 0; tries < 50; tries++) {
      const { revision } = await track.ledger.settlementOf(ORDER)
      const [earned, redeemed] = read()
      const { refusals } = await race([() => settle(account_id, earned, redeemed, revision)])
      if (!refusals.settlement_outdated) {
        return
      }
    }
    throw new Error("The order was never settled")
  }

  it("would earn its points many times if events looked first and wrote later", async () => {
    const account_id = await shopperWith(track, "naive", 1)
    const meet = barrier(10)
    await race(
      times(10, async () => {
        const earned = await track.accounts.transactionsOfSource(ORDER)
        await meet()
        if (earned.length === 0) {
          const entry = { kind: "earn" as const, points: 100, expires_at: null, source: ORDER }
          await track.ledger.credit({ account_id, ...entry }, SOON)
        }
      })
    )
    expect(await balanceOf(account_id)).toBe(1001)
  })

  it("is written by one of ten that read the same revision; the others read it again", async () => {
    const account = await shopperWith(track, "ten_events", 1)
    const { answers, refusals } = await race(times(10, () => settle(account, 100, 0, 0)))
    expect(answers).toHaveLength(1)
    expect(answers[0]).toHaveLength(1)
    expect(refusals).toEqual({ settlement_outdated: 9 })
    expect(await balanceOf(account)).toBe(101)
  })

  it("ends at its last state, whatever order the events came in", async () => {
    const account = await shopperWith(track, "edited", 500)
    const id = await cartOf(track, account, "cart")
    await track.ledger.hold(holdOf(id, 300), NOW)
    await track.ledger.capture(id, ORDER.id, "cart", NOW)
    const says: [number, number][] = Array.from({ length: 10 }, (_, i) => [i * 10, 300 - i * 30])
    let edits = 0
    const read = () => says[Math.min(edits++, says.length - 1)]!
    await Promise.all(times(10, () => settleUntilCurrent(account, read)).map((run) => run()))
    await settleUntilCurrent(account, () => [90, 30])
    expect(await balanceOf(account)).toBe(500 - 30 + 90)
  })

  it("is not given back twice when refunds race with its cancellation", async () => {
    const account = await shopperWith(track, "canceled", 500)
    const id = await cartOf(track, account, "cart")
    await track.ledger.hold(holdOf(id, 300), NOW)
    await track.ledger.capture(id, ORDER.id, "cart", NOW)
    const refund = { account_id: account, source: ORDER, points: 300 }
    await race<unknown>([
      ...times(10, () => track.ledger.refund(refund, SOON)),
      ...times(5, () => settleUntilCurrent(account, () => [0, 0])),
    ])
    expect(await balanceOf(account)).toBe(500)
  })

  it("is taken back once when reversals race with its cancellation", async () => {
    const account = await shopperWith(track, "reversed", 50)
    await settle(account, 300, 0, 0)
    const reversal = { account_id: account, source: ORDER, points: 300, policy: TERMS.policy }
    await race<unknown>([
      ...times(10, () => track.ledger.reverse(reversal, SOON)),
      ...times(5, () => settleUntilCurrent(account, () => [0, 0])),
    ])
    expect(await balanceOf(account)).toBe(50)
  })
})
