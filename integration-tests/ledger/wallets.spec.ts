import { Modules } from "@medusajs/framework/utils"

import { cartTarget, draftTarget } from "../../src/domain/checkout/target"
import { liabilityReportOf } from "../../src/domain/statistics/liability"
import { FIRST_PLACE } from "../../src/modules/loyalty-points/expiry/expiry-store"
import { FIRST_REMINDER_PLACE } from "../../src/modules/loyalty-points/reminders/types"
import { closeAccountsWorkflow } from "../../src/workflows/accounts/close-accounts"
import { mergeAccountsWorkflow } from "../../src/workflows/accounts/merge-accounts"
import { chooseRemindersWorkflow } from "../../src/workflows/reminders/choose-reminders"
import { remindOfExpiry } from "../../src/workflows/reminders/remind-of-expiry"
import { resolveLoyaltyPoints } from "../../src/workflows/shared/loyalty-points"
import { cartOf, holdOf, openRaceTrack, race, times } from "../concurrency/race"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { serviceOn } from "../support/service"

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

  it("claim a guest's order for one of them; the other hears nothing of it", async () => {
    const order = { type: "order", id: "order_of_a_guest" }
    expect(await real.ledger.claim(points, order, NOW)).toBe(true)
    const terms = { policy: "allow_negative", program: null, revision: 0 } as const
    const dates = { available_at: NOW, expires_at: null }
    const earned = { account_id: points, source: order, earned: 50, redeemed: 0 }
    await real.ledger.settle({ ...earned, ...terms, ...dates }, NOW)
    expect(await balancesAt()).toEqual([150, 40])
    expect(await real.ledger.settlementOf(order)).toEqual({ revision: 1, customer_id: CUSTOMER })
    expect(await real.ledger.settlementOf(order, "stars")).toEqual({
      ...{ revision: 0, customer_id: null },
    })
    const kept = (await real.accounts.ensure("kept", NOW)).id
    await real.ledger.merge({ account_id: stars, into_account_id: (await real.accounts.ensure("kept", NOW, "stars")).id, reason: "One person" }, NOW) // prettier-ignore
    expect(await real.ledger.claim(kept, order, NOW)).toBe(false)
    expect((await real.accounts.byId(kept, NOW))!.balance).toBe(150)
  })

  describe("of which the store no longer declares one", () => {
    const mails: { content: { subject: string }; data: object }[] = []
    const store = () =>
      serviceOn(real.dataSource, {
        options: { clock: () => NOW, reminders: { days: [30] } },
        modules: {
          query: {
            graph: async ({ entity }: { entity: string }) => ({
              data: entity === "customer" ? [{ id: CUSTOMER, email: "ewa@example.com" }] : [],
            }),
          },
          [Modules.NOTIFICATION]: {
            createNotifications: async (mail: (typeof mails)[number]) => void mails.push(mail),
          },
        },
      })
    const REFUSAL = 'wallet: expected one of points, got "stars"'

    it("are still two accounts, but a request for that one is told which there are", async () => {
      const { container } = store()
      const service = resolveLoyaltyPoints(container)
      const accounts = await service.listLoyaltyAccounts({ customer_id: CUSTOMER })
      expect(accounts.map(({ wallet, balance }) => [wallet, balance]).sort()).toEqual([
        ["points", 100],
        ["stars", 40],
      ])
      expect(await service.accounts.retrieve(stars)).toMatchObject({ balance: 40, available: 40 })
      expect(() => service.wallets.named("stars")).toThrow(
        expect.objectContaining({ type: "invalid_data", message: REFUSAL })
      )
      const choice = { customer_id: CUSTOMER, wallet: "stars", expiry_reminders: false }
      await expect(chooseRemindersWorkflow(container).run({ input: choice })).rejects.toMatchObject(
        { message: REFUSAL }
      )
      expect(await service.accounts.retrieve(stars)).toMatchObject({ expiry_reminders: true })
    })

    it("are each in their own figures, audited, and expire together", async () => {
      const { audit, expiry, statistics } = resolveLoyaltyPoints(store().container)
      expect((await audit.run()).violations).toEqual([])
      const period = { from: inDays(-1), to: inDays(1) }
      for (const [wallet, balance] of [
        ["points", 100],
        ["stars", 40],
      ] as const) {
        const asked = { ...period, wallet }
        const { totals } = await statistics.figures(asked)
        expect(totals).toEqual({ members: 1, closing_balance: balance, outstanding: balance })
        const { programs, ...figures } = await statistics.liability(asked)
        expect(programs).toEqual([])
        const report = liabilityReportOf({
          period,
          ...figures,
          programs: [],
          default_currency_code: null,
        })
        expect(report.totals).toMatchObject({ issued: balance, outstanding: balance })
      }
      const { expired } = await expiry.expireDue({ after: FIRST_PLACE, limit: 10 }, inDays(10))
      expect(expired.map(({ transaction }) => transaction.points).sort()).toEqual([-100, -40])
    })

    it("are reminded of each for itself, in the words of points", async () => {
      const { container, errors } = store()
      expect(await remindOfExpiry(container)).toEqual({ sent: 2, failed: 0, skipped: 0 })
      expect(mails.map(({ content, data }) => [content.subject, data]).sort()).toEqual([
        ["100 points expire on March 11, 2026", expect.objectContaining({ wallet: "points" })],
        [
          "40 points expire on March 11, 2026",
          expect.objectContaining({ wallet: "stars", value: null }),
        ],
      ])
      expect(errors).toEqual([])
    })

    it("are merged together and closed together", async () => {
      const { container, errors } = store()
      const kept = await real.accounts.ensure("kept", NOW)
      await mergeAccountsWorkflow(container).run({
        input: { account_id: points, into_account_id: kept.id, reason: "One person" },
      })
      expect(await balancesAt()).toEqual([0, 0])
      const moved = await real.accounts.ofCustomer("kept", NOW, "stars")
      expect(moved).toMatchObject({ balance: 40, closed_at: null })

      const input = { customer_id: "kept" }
      const { result } = await closeAccountsWorkflow(container).run({ input })
      expect(result.map((written) => written.points).sort()).toEqual([-100, -40])
      for (const { id } of [kept, moved!]) {
        expect(await real.accounts.byId(id, NOW)).toMatchObject({
          ...{ balance: 0, customer_id: `deleted_${id}`, closed_at: NOW },
        })
      }
      expect(errors).toEqual([])
    })
  })
})
