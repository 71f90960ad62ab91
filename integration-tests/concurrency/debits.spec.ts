import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { barrier, naively, NOW, openRaceTrack, race, shopperWith, SOON, times } from "./race"

describe("twenty payments at once from one balance", () => {
  let track: TestLedger
  beforeAll(async () => {
    track = await openRaceTrack()
  })
  afterEach(async () => {
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(() => track?.drop())

  const debit = (account_id: string, points: number, more: object = {}) =>
    track.ledger.debit({ account_id, kind: "adjust", points, ...more }, SOON)
  const balanceOf = async (id: string) => (await track.accounts.byId(id, SOON))!.balance

  it("would spend the same points many times if they read first and wrote later", async () => {
    const account = await shopperWith(track, "naive", 1000)
    const meet = barrier(20)
    const { answers } = await race(
      times(20, () => naively(track.dataSource, account, "balance", -1000, meet))
    )
    expect(answers.filter((spent) => spent)).toHaveLength(20)
    expect(await balanceOf(account)).toBe(0)
    await track.dataSource.query(`UPDATE loyalty_account SET balance = 1000`)
  })

  it("let exactly one spend the whole balance and refuse the others for lack of points", async () => {
    const account = await shopperWith(track, "one_winner", 1000)
    const { answers, refusals } = await race(times(20, () => debit(account, 1000)))
    expect(answers).toHaveLength(1)
    expect(refusals).toEqual({ insufficient_points: 19 })
    expect(await balanceOf(account)).toBe(0)
  })

  it("let as many through as the balance covers", async () => {
    const account = await shopperWith(track, "seven_winners", 1000)
    const { answers, refusals } = await race(times(20, () => debit(account, 140)))
    expect(answers).toHaveLength(7)
    expect(refusals).toEqual({ insufficient_points: 13 })
    expect(await balanceOf(account)).toBe(20)
  })

  it("are one transaction when they carry one idempotency key, and all get it as their result", async () => {
    const account = await shopperWith(track, "one_key", 1000)
    const key = { idempotency_key: "checkout-button" }
    const { answers, refusals } = await race(times(20, () => debit(account, 1000, key)))
    expect(refusals).toEqual({})
    expect(answers.filter(({ is_new }) => is_new)).toHaveLength(1)
    const told = new Set(answers.map(({ transaction }) => JSON.stringify(transaction)))
    expect([...told]).toHaveLength(1)
    expect(await balanceOf(account)).toBe(0)
  })

  it("refuse a key that came with another amount, whichever comes first", async () => {
    const account = await shopperWith(track, "reused_key", 1000)
    const key = { idempotency_key: "reused" }
    const { answers, refusals } = await race(
      times(20, (index) => debit(account, index % 2 === 0 ? 10 : 11, key))
    )
    expect(answers).toHaveLength(10)
    expect(refusals).toEqual({ idempotency_key_reused: 10 })
    expect(new Set(answers.map(({ transaction }) => transaction.id)).size).toBe(1)
  })

  it("refuse a key that another shopper's payment used", async () => {
    const [one, other] = [
      await shopperWith(track, "key_owner", 100),
      await shopperWith(track, "key_thief", 100),
    ]
    const key = { idempotency_key: "shared" }
    const { answers, refusals } = await race(
      times(20, (index) => debit(index % 2 === 0 ? one : other, 10, key))
    )
    expect(answers).toHaveLength(10)
    expect(refusals).toEqual({ idempotency_key_reused: 10 })
    expect((await balanceOf(one)) + (await balanceOf(other))).toBe(190)
  })

  it("never spend points that expire in between: each point is either spent or expired", async () => {
    const account = await shopperWith(track, "expiring", 100, SOON)
    const pay = (now: Date) =>
      track.ledger.debit({ account_id: account, kind: "adjust", points: 10 }, now)
    const runners = times(10, (index) => pay(index % 2 === 0 ? NOW : SOON))
    const expiry = () => track.ledger.expire(account, SOON).then(() => null)
    const { answers } = await race<unknown>([...runners, expiry])
    const { rows } = await track.accounts.transactions(account, { limit: 50, offset: 0 })
    const sum = (kind: string) =>
      rows.filter((row) => row.kind === kind).reduce((total, { points }) => total - points, 0)
    const winners = answers.filter((answer) => answer !== null).length
    expect(winners).toBeLessThanOrEqual(5)
    expect(sum("adjust")).toBe(winners * 10)
    expect(sum("expire")).toBe(100 - winners * 10)
    expect(await balanceOf(account)).toBe(0)
  })

  it("spend nothing at the very instant of expiry", async () => {
    const account = await shopperWith(track, "expired", 100, SOON)
    const { refusals } = await race(times(10, () => debit(account, 10)))
    expect(refusals).toEqual({ insufficient_points: 10 })
  })
})
