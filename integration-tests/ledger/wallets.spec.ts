import { cartTarget, draftTarget } from "../../src/domain/checkout/target"
import { FIRST_PLACE } from "../../src/modules/loyalty-points/expiry/expiry-store"
import { FIRST_REMINDER_PLACE } from "../../src/modules/loyalty-points/reminders/types"
import { cartOf, holdOf, openRaceTrack, race, times } from "../concurrency/race"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-01T12:00:00Z")
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000)

const CUSTOMER = "cus_two_wallets"
const PAGE = { limit: 10, offset: 0 }

/** A customer with 100 points and 40 stars; both expire in ten days. */
describe("two wallets of one customer", () => {
  let real: TestLedger
  let points: string
  let stars: string
  beforeAll(async () => {
    real = await openRaceTrack()
  })
  beforeEach(async () => {
    points = (await real.accounts.ensure(CUSTOMER, NOW)).id
    stars = (await real.accounts.ensure(CUSTOMER, NOW, "stars")).id
    await give(points, 100)
    await give(stars, 40)
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const give = (account_id: string, amount: number) =>
    real.ledger.credit({ account_id, kind: "bonus", points: amount, expires_at: inDays(10) }, NOW)

  const balancesAt = async (now = NOW) => {
    const [ofPoints, ofStars] = await Promise.all([
      real.accounts.ofCustomer(CUSTOMER, now),
      real.accounts.ofCustomer(CUSTOMER, now, "stars"),
    ])
    return [ofPoints?.balance, ofStars?.balance]
  }

  it("are two accounts, each opened once however many requests come", async () => {
    const opened = await race(
      times(20, (turn) => real.accounts.ensure("cus_new", NOW, turn % 2 ? "stars" : undefined))
    )
    const ids = new Set(opened.answers.map(({ id, wallet }) => `${wallet} ${id}`))
    expect([...ids].map((id) => id.split(" ")[0]).sort()).toEqual(["points", "stars"])
    expect(points).not.toBe(stars)
  })

  it("have their own journals", async () => {
    const journalOf = async (wallet?: string) => {
      const { rows, count } = await real.accounts.transactionsOfCustomer(CUSTOMER, PAGE, wallet)
      return [count, rows.map((row) => [row.account_id, row.points])]
    }
    expect(await journalOf()).toEqual([1, [[points, 100]]])
    expect(await journalOf("stars")).toEqual([1, [[stars, 40]]])
  })

  it("pay from their own points: a debit of one wallet leaves the other alone", async () => {
    await real.ledger.debit({ account_id: stars, kind: "adjust", points: 40 }, NOW)
    await expect(
      real.ledger.debit({ account_id: stars, kind: "adjust", points: 1 }, NOW)
    ).rejects.toMatchObject({ ledger_code: "insufficient_points" })
    expect(await balancesAt()).toEqual([100, 0])
  })

  it("may both be held for one cart, and each hold ends separately", async () => {
    const target = cartTarget("cart")
    const ofPoints = await cartOf(real, points, "cart")
    await real.redemptions.request(
      {
        account_id: stars,
        target,
        customer_id: CUSTOMER,
        currency_code: "pln",
        points_requested: 5,
      },
      NOW
    )
    const ofStars = await real.redemptions.activeOf(target, "stars")
    expect(ofStars).toMatchObject({ wallet: "stars", points_requested: 5 })
    expect(await real.redemptions.activeOf(target)).toMatchObject({ id: ofPoints })
    await real.ledger.hold(holdOf(ofPoints, 60), NOW)
    await real.ledger.hold(holdOf(ofStars!.id, 5), NOW)
    await real.ledger.capture(ofPoints, "order_1", "cart", NOW)
    await real.ledger.capture(ofStars!.id, "order_1", "cart", NOW)
    expect(await balancesAt()).toEqual([40, 35])
    expect(await real.redemptions.capturedOfOrder("order_1")).toMatchObject({ id: ofPoints })
    expect(await real.redemptions.capturedOfOrder("order_1", "stars")).toMatchObject({
      id: ofStars!.id,
    })
  })

  it("use the wallet points for a draft order unless another is named", async () => {
    const target = draftTarget("order_draft")
    const request = { target, customer_id: CUSTOMER, currency_code: "pln", points_requested: 5 }
    await real.redemptions.request({ ...request, account_id: stars }, NOW)
    expect(await real.redemptions.activeOf(target)).toBeNull()
    await real.redemptions.withdraw(target, undefined, NOW)
    expect(await real.redemptions.activeOf(target, "stars")).toMatchObject({ points_requested: 5 })
  })

  it("expire together, with one transaction each", async () => {
    const { expired } = await real.expiry.expireDue({ after: FIRST_PLACE, limit: 10 }, inDays(10))
    const told = expired.map(({ customer_id, transaction }) => [
      customer_id,
      transaction.account_id,
      transaction.points,
    ])
    expect(told.sort()).toEqual(
      [
        [CUSTOMER, points, -100],
        [CUSTOMER, stars, -40],
      ].sort()
    )
    expect(await balancesAt(inDays(10))).toEqual([0, 0])
  })

  it("get one reminder each", async () => {
    const expiring = async () =>
      (
        await real.reminders.expiring(
          { after: FIRST_REMINDER_PLACE, limit: 10, horizon: inDays(30) },
          NOW
        )
      ).accounts
    const accounts = await expiring()
    expect(accounts.map(({ id }) => id).sort()).toEqual([points, stars].sort())
    for (const account of accounts) {
      const lots = account.lots.map(({ no }) => ({ no, days: 30 }))
      const due = { account, lots, leasedUntil: inDays(1) }
      const taken = await race(times(4, () => real.reminders.take(due, NOW)))
      expect(taken.answers.filter((won) => won !== null)).toHaveLength(1)
    }
  })
})
