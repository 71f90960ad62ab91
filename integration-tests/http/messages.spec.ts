import { testVariable } from "../../scripts/test/environment"
import { DAY_IN_MS } from "../../src/domain/shared/day"
import type { MessageReport } from "../../src/workflows/messages/message-run"
import { expectCleanAudit } from "../support/audit"
import { moveClock, resetClock } from "../support/clock"
import { eventsOf, listenToStore } from "../support/events"
import { eventually } from "../support/eventually"
import { callInside } from "../support/inside/call"
import { runJob } from "../support/jobs"
import { mailsTo } from "../support/sent-mails"
import { country, openMarket, type TestMarket } from "../support/markets"
import { accountOf, adjustPoints, newShopper, type Shopper } from "../support/shoppers"
import { GREETING, NOTHING_TO_SAY } from "../support/sample-message/key"
import { queryStore } from "../support/store-database"

/** A second kind of message besides reminders, which exists only in tests. */
describe("messages", () => {
  let market: TestMarket

  beforeAll(async () => {
    market = await openMarket(country("Kenya", "ke", "kes", 16))
    await listenToStore()
  })

  afterEach(() => resetClock())

  afterAll(() => expectCleanAudit(market.merchant))

  const shopperCalled = (firstName: string) =>
    newShopper(market.store, { firstName, lastName: "Nowak" })

  async function greet(shopper: Shopper, subject = shopper.id): Promise<boolean> {
    const { id } = await accountOf(shopper)
    return callInside(testVariable("inside"), "greet", { account_id: id, subject_id: subject })
  }

  const sendGreetings = (how: { runs?: number; channel?: string | null } = {}) =>
    callInside<MessageReport[]>(testVariable("inside"), "sendGreetings", how)

  const remind = () => runJob<MessageReport | null>("remind-of-expiry")

  const statusesOf = (...shoppers: Shopper[]) =>
    queryStore<{ kind: string; status: string; attempts: number }>(
      `SELECT m.kind, m.status, m.attempts FROM loyalty_message m
       JOIN loyalty_account a ON a.no = m.account_no
       WHERE a.customer_id = ANY ($1) ORDER BY m.kind, m.created_at`,
      [shoppers.map(({ id }) => id)]
    )

  async function expiringPoints(shopper: Shopper, days = 6): Promise<void> {
    const expires_at = new Date(Date.now() + days * DAY_IN_MS).toISOString()
    await adjustPoints(market.merchant, shopper, 300, { expires_at })
  }

  async function merge(from: Shopper, into: Shopper): Promise<void> {
    const [{ id }, kept] = [await accountOf(from), await accountOf(into)]
    const body = { into_account_id: kept.id, reason: "Registered twice" }
    await market.merchant.mustPost(`/admin/loyalty/accounts/${id}/merge`, body)
  }

  async function close(shopper: Shopper): Promise<void> {
    const { id } = await accountOf(shopper)
    await market.merchant.delete(`/admin/customers/${shopper.id}`)
    await eventually(async () => {
      const [row] = await queryStore<{ closed_at: Date | null }>(
        `SELECT closed_at FROM loyalty_account WHERE id = $1`,
        [id]
      )
      expect(row?.closed_at).not.toBeNull()
    })
  }

  it("are sent once each, as an event and an e-mail, however often and by however many runs", async () => {
    const [ewa, adam] = [await shopperCalled("Ewa"), await shopperCalled("Adam")]
    const account = await accountOf(ewa)
    const written = await Promise.all(Array.from({ length: 8 }, () => greet(ewa, `${ewa.id} rain`)))
    expect(written.filter(Boolean)).toHaveLength(1)
    expect(await greet(ewa, `${ewa.id} sun`)).toBe(true)
    expect(await greet(adam)).toBe(true)

    const reports = await sendGreetings({ runs: 5 })
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(3)
    expect(await sendGreetings()).toEqual([{ sent: 0, failed: 0, skipped: 0 }])
    expect(await greet(ewa, `${ewa.id} rain`)).toBe(false)

    const subjects = mailsTo(ewa).map(({ content }) => content?.subject)
    expect(subjects.sort()).toEqual([
      `We greet you with ${ewa.id} rain`,
      `We greet you with ${ewa.id} sun`,
    ])
    expect(mailsTo(adam)).toMatchObject([
      {
        ...{ channel: "email", template: "sample-greeting", to: adam.email },
        content: { text: expect.stringContaining("Hello Adam,") as string },
        data: { customer_id: adam.id, first_name: "Adam", words: 1, locale: "en" },
      },
    ])
    await eventually(async () => {
      const events = await eventsOf("sample.greeted", ewa)
      expect(events.map(({ greeting_id }) => greeting_id).sort()).toEqual(
        [`${ewa.id} rain`, `${ewa.id} sun`].sort()
      )
      expect(events[0]).toMatchObject({ id: account.id, customer_id: ewa.id })
    })
  })

  it("of one kind do not disturb another's", async () => {
    const failing = await shopperCalled("undeliverable-99")
    const fine = await shopperCalled("Ewa")
    await greet(failing)
    await sendGreetings()
    await expiringPoints(failing)
    await expiringPoints(fine)
    await greet(fine)
    await remind()
    expect(await statusesOf(failing)).toEqual([
      { kind: "reminder", status: "failed", attempts: 1 },
      { kind: GREETING, status: "failed", attempts: 1 },
    ])
    expect(mailsTo(fine).map(({ template }) => template)).toEqual(["loyalty-points-expiring"])

    moveClock(1)
    await sendGreetings()
    expect(
      mailsTo(fine)
        .map(({ template }) => template)
        .sort()
    ).toEqual([...["loyalty-points-expiring", "sample-greeting"]])
    expect(await statusesOf(failing)).toEqual([
      { kind: "reminder", status: "failed", attempts: 1 },
      { kind: GREETING, status: "failed", attempts: 2 },
    ])
  })

  it("that a provider refuses wait longer each time, and are given up in the end", async () => {
    const always = await shopperCalled("undeliverable-99")
    const twice = await shopperCalled("undeliverable-2")
    await greet(always)
    await greet(twice)
    const attempts = []
    for (const hours of [0, 0.9, 1.1, 5, 5.2, 21, 21.3, 41, 41.4, 100]) {
      moveClock(hours / 24)
      await sendGreetings()
      attempts.push((await statusesOf(always))[0]?.attempts)
    }
    expect(attempts).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    expect(await statusesOf(always)).toMatchObject([{ status: "given_up" }])
    expect(await statusesOf(twice)).toMatchObject([{ status: "sent", attempts: 2 }])
    expect(mailsTo(twice)).toHaveLength(1)
    expect(mailsTo(always)).toEqual([])
    expect(await eventsOf("sample.greeted", always)).toHaveLength(1)
  })

  it("that have nothing left to say are dropped, without an event", async () => {
    const shopper = await shopperCalled("Ewa")
    await greet(shopper, `${NOTHING_TO_SAY} ${shopper.id}`)
    expect(await sendGreetings()).toEqual([{ sent: 0, failed: 0, skipped: 1 }])
    expect(await statusesOf(shopper)).toEqual([{ kind: GREETING, status: "dropped", attempts: 0 }])
    expect(mailsTo(shopper)).toEqual([])
    expect(await eventsOf("sample.greeted", shopper)).toEqual([])
  })

  it.each([
    ["no provider serves their channel", "pigeon"],
    ["only their event is wanted", null],
  ])("are events alone when %s", async (_, channel) => {
    const [ewa, adam] = [await shopperCalled("Ewa"), await shopperCalled("Adam")]
    await greet(ewa)
    await greet(adam)
    expect(await sendGreetings({ channel })).toEqual([{ sent: 0, failed: 0, skipped: 2 }])
    expect(await sendGreetings()).toEqual([{ sent: 0, failed: 0, skipped: 0 }])
    for (const shopper of [ewa, adam]) {
      expect(mailsTo(shopper)).toEqual([])
      await eventually(async () =>
        expect(await eventsOf("sample.greeted", shopper)).toMatchObject([{ words: 1 }])
      )
    }
    expect((await statusesOf(ewa, adam)).map(({ status }) => status)).toEqual([
      "dropped",
      "dropped",
    ])
  })

  it("honour the opt-out only where their kind does", async () => {
    const shopper = await shopperCalled("undeliverable-1")
    await expiringPoints(shopper)
    await remind()
    await greet(shopper)
    await shopper.client.mustPost("/store/loyalty/account", { expiry_reminders: false })
    moveClock(1)
    await remind()
    await sendGreetings()
    expect(await statusesOf(shopper)).toEqual([
      { kind: "reminder", status: "dropped", attempts: 1 },
      { kind: GREETING, status: "sent", attempts: 0 },
    ])
    expect(mailsTo(shopper).map(({ template }) => template)).toEqual(["sample-greeting"])
  })

  it("of a merged account go to the one that is kept, and its points are included there", async () => {
    const [old, kept] = [await shopperCalled("undeliverable-1"), await shopperCalled("Kept")]
    await expiringPoints(old)
    await remind()
    await greet(old)
    await merge(old, kept)
    await sendGreetings()
    moveClock(1)
    await remind()
    expect(mailsTo(old)).toEqual([])
    expect(mailsTo(kept)).toMatchObject([
      { template: "sample-greeting", data: { customer_id: kept.id, first_name: "Kept" } },
      { template: "loyalty-points-expiring", data: { customer_id: kept.id, points: 300 } },
    ])
    expect(await statusesOf(old)).toEqual([
      { kind: "reminder", status: "dropped", attempts: 1 },
      { kind: GREETING, status: "sent", attempts: 0 },
    ])
    const { id } = await accountOf(kept)
    await eventually(async () =>
      expect(await eventsOf("sample.greeted", kept)).toMatchObject([{ id, greeting_id: old.id }])
    )
    await remind()
    expect(mailsTo(kept)).toHaveLength(2)
  })

  it("of a closed account are dropped", async () => {
    const gone = await shopperCalled("undeliverable-1")
    await expiringPoints(gone)
    await remind()
    await greet(gone)
    const { id } = await accountOf(gone)
    await close(gone)
    await sendGreetings()
    moveClock(1)
    await remind()
    expect(mailsTo(gone)).toEqual([])
    expect(await statusesOf({ ...gone, id: `deleted_${id}` })).toEqual([
      { kind: "reminder", status: "dropped", attempts: 1 },
      { kind: GREETING, status: "dropped", attempts: 0 },
    ])
  })

  it("whose points expired before they could be sent are dropped", async () => {
    const shopper = await shopperCalled("undeliverable-1")
    await expiringPoints(shopper, 0.5)
    await remind()
    moveClock(1)
    await remind()
    expect(await statusesOf(shopper)).toEqual([
      { kind: "reminder", status: "dropped", attempts: 1 },
    ])
    expect(mailsTo(shopper)).toEqual([])
  })

  it("that failed on a server whose clock is ahead wait until that time on the others", async () => {
    const shopper = await shopperCalled("undeliverable-1")
    await expiringPoints(shopper)
    moveClock(0.5)
    await remind()
    resetClock()
    await remind()
    expect(await statusesOf(shopper)).toMatchObject([{ status: "failed", attempts: 1 }])
    moveClock(0.6)
    await remind()
    expect(await statusesOf(shopper)).toMatchObject([{ status: "sent", attempts: 1 }])
    resetClock()
    await remind()
    expect(mailsTo(shopper)).toHaveLength(1)
  })

  it("are sent once even if several runs take a message at the same moment", async () => {
    const shopper = await shopperCalled("Ewa")
    await greet(shopper)
    await callInside(testVariable("inside"), "tellAtOnce", 6)
    expect(mailsTo(shopper)).toHaveLength(1)
    expect(await statusesOf(shopper)).toEqual([{ kind: GREETING, status: "sent", attempts: 0 }])
  })

  it("of prompt kinds have a job, which sends none of the daily ones", async () => {
    const shopper = await shopperCalled("undeliverable-1")
    await expiringPoints(shopper)
    await remind()
    moveClock(1)
    expect(await runJob("send-messages")).toEqual({ sent: 0, failed: 0, skipped: 0 })
    expect(await statusesOf(shopper)).toMatchObject([{ kind: "reminder", status: "failed" }])
  })
})
