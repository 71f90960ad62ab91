import type { HttpTypes } from "@medusajs/framework/types"
import { DAY_IN_MS } from "../../src/domain/shared/day"
import type { Product } from "../../scripts/seed/products"
import { expectCleanAudit } from "../support/audit"
import { fillCart, mustComplete, startTestPayment } from "../support/carts"
import { moveClock, resetClock } from "../support/clock"
import { eventsOf, listenToStore } from "../support/events"
import { eventually } from "../support/eventually"
import { runJob } from "../support/jobs"
import { mailsTo } from "../support/sent-mails"
import { country, openMarket, stockProduct, type TestMarket } from "../support/markets"
import { expectLoyalty } from "../support/orders"
import { setProgram } from "../support/programs"
import { accountOf, adjustPoints, newShopper, type Shopper } from "../support/shoppers"
import { queryStore } from "../support/store-database"

/** Points of an order live 29 days; a lamp of 100.00 earns 1,000, worth 10.00. */
describe("reminders of expiring points", () => {
  let market: TestMarket
  let lamp: Product

  beforeAll(async () => {
    market = await openMarket(country("Israel", "il", "ils", 18))
    await setProgram(market.merchant, "ils", { earn_on: "order_placed", validity_days: 29 })
    lamp = await stockProduct(market, 100)
    await listenToStore()
  })

  afterEach(() => resetClock())

  afterAll(() => expectCleanAudit(market.merchant))

  it("come 30 and 7 days before, once each, in the language of the shopper's orders", async () => {
    const ewa = await newShopper(market.store)
    await buyInPolish(ewa)
    const eva = await shopperWith(1, 29.5)
    // One day beyond the reminders' range.
    const later = await shopperWith(500, 31)

    await Promise.all([remind(), remind()])
    await remind()
    const [polish, ...more] = mailsTo(ewa)
    expect(more).toEqual([])
    expect(polish).toMatchObject({
      channel: "email",
      template: "loyalty-points-expiring",
      content: {
        subject: expect.stringMatching(/^1000 punktów wygasa \d+ \S+ 20\d\d$/) as string,
        text: expect.stringMatching(
          /Dzień dobry, Ewa!.*Wartość: 10,00\sILS\. .*29 dni\./s
        ) as string,
        html: expect.stringContaining('<html lang="pl">') as string,
      },
      data: {
        customer_id: ewa.id,
        first_name: "Ewa",
        points: 1_000,
        value: 10,
        currency_code: "ils",
        days: 29,
        locale: "pl-PL",
        expiring: [{ points: 1_000 }],
      },
    })
    expect(mailsTo(eva).map(({ content }) => content?.subject)).toEqual([
      expect.stringMatching(/^1 point expires on /),
    ])
    expect(mailsTo(later)).toEqual([])

    moveClock(20)
    await remind()
    expect(mailsTo(ewa)).toHaveLength(1)
    moveClock(23)
    await Promise.all([remind(), remind()])
    await remind()
    expect(mailsTo(ewa).map(({ data }) => data?.days)).toEqual([29, 6])
    expect(mailsTo(eva)).toHaveLength(2)
    expect(mailsTo(later)).toHaveLength(1)

    const account = await accountOf(ewa)
    await eventually(async () => {
      const events = await eventsOf("loyalty.points_expiring", ewa)
      const told = { id: account.id, points: 1_000, value: 10, currency_code: "ils" }
      expect(events).toMatchObject([
        { ...told, days: 29 },
        { ...told, days: 6, expires_at: expect.any(String) as string },
      ])
    })
  })

  it("cover what is left, together and only for those who want them", async () => {
    const several = await shopperWith(300, 6)
    await give(several, 200, 6.5)
    await give(several, 50, 20)
    await adjustPoints(market.merchant, several, -100)
    const spent = await shopperWith(300, 6)
    await adjustPoints(market.merchant, spent, -300)
    const silent = await shopperWith(300, 6)
    expect(await accountOf(silent)).toMatchObject({ expiry_reminders: true })
    expect(await choose(silent, false)).toMatchObject({ available: 300, expiry_reminders: false })

    await remind()
    expect(mailsTo(several)).toMatchObject([
      { data: { points: 450, expiring: [{ points: 200 }, { points: 200 }, { points: 50 }] } },
    ])
    expect(mailsTo(several)[0]?.content?.subject).toContain("450 points expire soon, the first on")
    expect(mailsTo(spent)).toEqual([])
    expect(mailsTo(silent)).toEqual([])
    expect(await eventsOf("loyalty.points_expiring", silent)).toEqual([])

    await choose(silent, true)
    await remind()
    expect(mailsTo(silent)).toHaveLength(1)
    // 50 more become due at 7 days; for the others it is too late.
    moveClock(14)
    await remind()
    expect(mailsTo(several).map(({ data }) => data?.points)).toEqual([450, 50])
  })

  it("that cannot be sent hold up no others, are retried, and given up in the end", async () => {
    const twice = await shopperWith(300, 28, "undeliverable-2")
    const always = await shopperWith(300, 28, "undeliverable-99")
    const spending = await shopperWith(300, 28, "undeliverable-1")
    const fine = await shopperWith(300, 28)

    expect((await remind())?.failed).toBeGreaterThanOrEqual(3)
    expect(mailsTo(fine)).toHaveLength(1)
    await adjustPoints(market.merchant, spending, -300)
    for (const day of [1, 2, 3, 4, 5]) {
      moveClock(day)
      await remind()
      expect(mailsTo(twice)).toHaveLength(day < 2 ? 0 : 1)
    }
    expect(mailsTo(fine)).toHaveLength(1)
    expect(mailsTo(spending)).toEqual([])
    expect(await remindersOf(twice)).toEqual([{ status: "sent", attempts: 2 }])
    expect(await remindersOf(always)).toEqual([{ status: "given_up", attempts: 5 }])
    expect(await remindersOf(spending)).toEqual([{ status: "dropped", attempts: 1 }])
    expect(await eventsOf("loyalty.points_expiring", twice)).toHaveLength(1)
  })

  it("interrupted by a crash are sent unless they already were", async () => {
    const [unsent, sent] = [await shopperWith(300, 6), await shopperWith(300, 6)]
    await remind()
    expect([...mailsTo(unsent), ...mailsTo(sent)]).toHaveLength(2)
    // As if the process had ended before recording that they were sent, or before sending.
    const { id } = await accountOf(unsent)
    await queryStore(`DELETE FROM notification WHERE resource_id = $1`, [id])
    await queryStore(
      `UPDATE loyalty_message SET status = 'waiting', leased_until = now() + interval '1 hour' WHERE account_no IN (
      SELECT no FROM loyalty_account WHERE customer_id = ANY ($1))`,
      [[unsent.id, sent.id]]
    )
    await remind()
    expect(mailsTo(unsent)).toHaveLength(1)

    moveClock(1)
    await remind()
    await remind()
    expect(mailsTo(unsent)).toHaveLength(2)
    expect(mailsTo(sent)).toHaveLength(1)
    expect(await remindersOf(sent)).toEqual([{ status: "sent", attempts: 0 }])
  })

  it("can be turned on and off by the shopper, with true or false only", async () => {
    const shopper = await newShopper(market.store)
    const path = "/store/loyalty/account"
    const yes = { expiry_reminders: true }
    expect(await market.store.post(path, yes)).toMatchObject({ status: 401 })
    for (const [body, field] of [
      [{ expiry_reminders: "no" }, "expiry_reminders"],
      [{}, "expiry_reminders"],
      [{ ...yes, balance: 1 }, "balance"],
    ] as const) {
      expect(await shopper.client.post(path, body)).toMatchObject({
        status: 400,
        body: { type: "invalid_data", message: expect.stringContaining(field) as string },
      })
    }
    expect(await choose(shopper, true)).toMatchObject({ customer_id: shopper.id, ...yes })
  })

  const remind = () => runJob<{ sent: number; failed: number } | null>("remind-of-expiry")

  async function shopperWith(points: number, days: number, firstName = "Eva"): Promise<Shopper> {
    const shopper = await newShopper(market.store, { firstName, lastName: "Nowak" })
    await give(shopper, points, days)
    return shopper
  }

  function give(shopper: Shopper, points: number, days: number) {
    const expires_at = new Date(Date.now() + days * DAY_IN_MS).toISOString()
    return adjustPoints(market.merchant, shopper, points, { expires_at })
  }

  async function choose({ client }: Shopper, expiry_reminders: boolean) {
    const { loyalty_account } = await client.mustPost<{ loyalty_account: object }>(
      "/store/loyalty/account",
      { expiry_reminders }
    )
    return loyalty_account
  }

  async function buyInPolish(shopper: Shopper): Promise<void> {
    const items = [{ variant_id: lamp.variantId, quantity: 1 }]
    const cart = await fillCart(shopper.client, market, items, shopper.email)
    await shopper.client.mustPost<HttpTypes.StoreCartResponse>(`/store/carts/${cart.id}`, {
      locale: "pl-PL",
    })
    await startTestPayment(shopper.client, cart)
    const order = await mustComplete(shopper.client, cart)
    await expectLoyalty(market.merchant, order, { points_earned: 1_000 })
  }

  function remindersOf({ id }: Shopper): Promise<{ status: string; attempts: number }[]> {
    return queryStore(
      `SELECT m.status, m.attempts FROM loyalty_message m
       JOIN loyalty_account a ON a.no = m.account_no WHERE a.customer_id = $1`,
      [id]
    )
  }
})
