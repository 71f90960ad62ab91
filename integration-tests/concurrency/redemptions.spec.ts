import { cartTarget } from "../../src/domain/checkout/target"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { barrier, cartOf, holdOf, naively, openRaceTrack, race, shopperWith, SOON } from "./race"
import { times } from "./race"

describe("carts that are completed at once", () => {
  let track: TestLedger
  beforeAll(async () => {
    track = await openRaceTrack()
  })
  afterEach(async () => {
    await assertLedgerCoherent(track.dataSource)
    await track.empty()
  })
  afterAll(() => track?.drop())

  const accountOf = async (id: string) => (await track.accounts.byId(id, SOON))!

  it("would set the same points aside twice if they read first and wrote later", async () => {
    const account = await shopperWith(track, "naive", 1000)
    const meet = barrier(2)
    const { answers } = await race(
      times(2, () => naively(track.dataSource, account, "held", 1000, meet))
    )
    expect(answers).toEqual([true, true])
    await track.dataSource.query(`UPDATE loyalty_account SET held = 0`)
  })

  it("set one balance aside for exactly one of twenty carts of a shopper", async () => {
    const account = await shopperWith(track, "twenty_carts", 1000)
    const carts: string[] = []
    for (let i = 0; i < 20; i++) {
      carts.push(await cartOf(track, account, `cart_${i}`))
    }
    const { answers, refusals } = await race(
      carts.map((id) => () => track.ledger.hold(holdOf(id, 1000), SOON))
    )
    expect(answers).toHaveLength(1)
    expect(refusals).toEqual({ insufficient_points: 19 })
    expect(await accountOf(account)).toMatchObject({ balance: 1000, held: 1000, available: 0 })
  })

  it("hold their points once when twenty requests complete one cart", async () => {
    const account = await shopperWith(track, "one_cart", 1000)
    const id = await cartOf(track, account, "cart")
    const { answers } = await race(
      times(20, (index) => track.ledger.hold(holdOf(id, 1000, `attempt_${index}`), SOON))
    )
    expect(answers).toHaveLength(20)
    expect(await accountOf(account)).toMatchObject({ held: 1000, available: 0 })
  })

  it("let a payment and a hold race for one balance: one gets it", async () => {
    const account = await shopperWith(track, "hold_or_debit", 1000)
    const id = await cartOf(track, account, "cart")
    const { answers, refusals } = await race<unknown>([
      ...times(10, () => track.ledger.hold(holdOf(id, 1000), SOON)),
      ...times(10, () =>
        track.ledger.debit({ account_id: account, kind: "adjust", points: 1000 }, SOON)
      ),
    ])
    const { balance, held } = await accountOf(account)
    expect([
      { balance: 0, held: 0 },
      { balance: 1000, held: 1000 },
    ]).toContainEqual({ balance, held })
    expect(answers).toHaveLength(held > 0 ? 10 : 1)
    expect(refusals).toEqual({ insufficient_points: held > 0 ? 10 : 19 })
  })

  it("have one outcome when ten captures meet ten releases, and all get the same answer", async () => {
    for (let round = 0; round < 10; round++) {
      const account = await shopperWith(track, `round_${round}`, 1000)
      const id = await cartOf(track, account, `cart_${round}`)
      await track.ledger.hold(holdOf(id, 600), SOON)
      const capture = () => track.ledger.capture(id, `order_${round}`, `cart_${round}`, SOON)
      const release = () => track.ledger.release({ redemption_id: id }, SOON)
      const captures = race(times(10, capture))
      const releases = race(times(10, release))
      const [captured, released] = await Promise.all([captures, releases])

      const statuses = new Set(released.answers)
      expect([...statuses]).toHaveLength(1)
      const spent = statuses.has("captured")
      expect(await accountOf(account)).toMatchObject({ balance: spent ? 400 : 1000, held: 0 })
      expect(captured.answers).toHaveLength(spent ? 10 : 0)
      expect(captured.answers.filter(({ is_new }) => is_new)).toHaveLength(spent ? 1 : 0)
      expect(new Set(captured.answers.map(({ transaction }) => transaction.id)).size).toBe(
        spent ? 1 : 0
      )
      expect(captured.refusals).toEqual(spent ? {} : { wrong_redemption_status: 10 })
    }
  })

  it("give the points to one order when two orders claim one hold", async () => {
    const account = await shopperWith(track, "two_orders", 1000)
    const id = await cartOf(track, account, "cart")
    await track.ledger.hold(holdOf(id, 600), SOON)
    const { answers, refusals } = await race(
      times(20, (index) => track.ledger.capture(id, `order_${index % 2}`, "cart", SOON))
    )
    expect(answers).toHaveLength(10)
    expect(new Set(answers.map(({ transaction }) => transaction.order_id)).size).toBe(1)
    expect(refusals).toEqual({ wrong_redemption_status: 10 })
    expect((await accountOf(account)).balance).toBe(400)
  })

  it("have one request to pay with points, however often the shopper clicks", async () => {
    const account_id = await shopperWith(track, "clicks", 1000)
    const request = {
      account_id,
      target: cartTarget("cart"),
      customer_id: "cus",
      currency_code: "pln",
    }
    await race(
      times(20, (index) =>
        track.redemptions.request({ ...request, points_requested: index + 1 }, SOON)
      )
    )
    const [row] = await track.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM loyalty_redemption WHERE target_id = 'cart'`
    )
    expect(row!.count).toBe("1")
  })
})
