import { putMessages } from "../../src/modules/loyalty-points/messages/outbox"
import type { TakenMessage } from "../../src/modules/loyalty-points/messages/types"
import {
  FIRST_REMINDER_PLACE,
  REMINDER_KIND,
} from "../../src/modules/loyalty-points/reminders/types"
import { openRaceTrack, race, times } from "../concurrency/race"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { GREETING } from "../support/sample-message/key"

const NOW = new Date("2026-03-01T12:00:00Z")
const inHours = (hours: number, from = NOW) => new Date(from.getTime() + hours * 60 * 60 * 1000)
const RUNS = 16

describe("the outbox", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openRaceTrack()
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  type Account = { id: string; no: string; customer_id: string }

  async function account(customer_id: string, wallet = "points"): Promise<Account> {
    const { id } = await real.accounts.ensure(customer_id, NOW, wallet)
    const [row] = await real.dataSource.query<{ no: string }[]>(
      `SELECT no FROM loyalty_account WHERE id = $1`,
      [id]
    )
    return { id, no: row!.no, customer_id }
  }

  const take = (kind: string, now = NOW, limit = 100) =>
    real.messages.take({ kind, limit, leasedUntil: inHours(1, now) }, now)

  const greet = (account: Account, subject_id: string) =>
    real.messages.put(GREETING, [{ subject_id, account_id: account.id }], NOW)

  /** Takes the account's lots that expire within a month, at 30 days, without sending. */
  async function remind({ no, id, customer_id }: Account): Promise<TakenMessage | null> {
    const page = { after: FIRST_REMINDER_PLACE, limit: 100, horizon: inHours(30 * 24) }
    const { accounts } = await real.reminders.expiring(page, NOW)
    const lots = accounts
      .find((one) => one.no === no)
      ?.lots.map((lot) => ({ no: lot.no, days: 30 }))
    const due = { account: { no, id, customer_id }, lots: lots ?? [], leasedUntil: NOW }
    return real.reminders.take(due, NOW)
  }

  const expiring = ({ id }: Account) =>
    real.ledger.credit(
      { account_id: id, kind: "bonus", points: 10, expires_at: inHours(5 * 24) },
      NOW
    )

  const merge = (from: Account, into: Account) =>
    real.ledger.merge({ account_id: from.id, into_account_id: into.id, reason: "One person" }, NOW)

  const statuses = () =>
    real.dataSource.query<{ kind: string; status: string }[]>(
      `SELECT kind, status FROM loyalty_message ORDER BY kind, subject_id`
    )

  /** The same for each kind: `write` is what its capability does, in as many runs as there are at once. */
  const KINDS: [kind: string, write: (account: Account) => Promise<boolean>][] = [
    [GREETING, async (account) => (await greet(account, account.customer_id)).length > 0],
    [REMINDER_KIND, async (account) => (await remind(account)) !== null],
  ]

  describe.each(KINDS)("of the kind %s", (kind, write) => {
    async function written(count: number): Promise<Account[]> {
      const accounts = []
      for (let index = 0; index < count; index++) {
        const one = await account(`cus_${index}`)
        await expiring(one)
        expect(await write(one)).toBe(true)
        accounts.push(one)
      }
      return accounts
    }

    it("has one message about a subject, whichever run writes it", async () => {
      const one = await account("cus_1")
      await expiring(one)
      const { answers, refusals } = await race(times(RUNS, () => write(one)))
      expect(answers.filter(Boolean)).toHaveLength(1)
      expect(refusals).toEqual({})
      expect(await write(one)).toBe(false)
      expect(await statuses()).toEqual([{ kind, status: "waiting" }])
    })

    it("gives each message to one of many runs", async () => {
      const accounts = await written(40)
      const { answers } = await race(times(RUNS, () => take(kind, NOW, 7)))
      expect(answers.every((taken) => taken.length <= 7)).toBe(true)
      const taken = [...answers.flat(), ...(await take(kind))]
      expect(taken.map(({ customer_id }) => customer_id).sort()).toEqual(
        accounts.map(({ customer_id }) => customer_id).sort()
      )
      expect(await take(kind)).toEqual([])
    })

    it("is taken over from a run that crashed, when its lease ends and by one run", async () => {
      await written(1)
      const [message] = await take(kind)
      expect(await take(kind, inHours(0.99))).toEqual([])
      const { answers } = await race(times(RUNS, () => take(kind, inHours(1))))
      expect(answers.flat()).toEqual([message])
    })

    it("is retried after a failure, not too early, and never once it has ended", async () => {
      await written(4)
      const [failed, sent, dropped, givenUp] = await take(kind)
      const retryAt = inHours(4)
      await real.messages.finish(failed!, { status: "failed", attempts: 3, retryAt }, NOW)
      await real.messages.finish(sent!, { status: "sent", attempts: 0 }, NOW)
      await real.messages.finish(dropped!, { status: "dropped", attempts: 1 }, NOW)
      await real.messages.finish(givenUp!, { status: "given_up", attempts: 5 }, NOW)
      expect(await take(kind, inHours(3.99))).toEqual([])
      expect(await take(kind, inHours(4))).toEqual([{ ...failed, attempts: 3 }])
      expect(await take(kind, inHours(1000))).toEqual([{ ...failed, attempts: 3 }])
    })

    it("leaves a message to a run whose clock is ahead, for one whose clock is behind", async () => {
      await written(1)
      expect(await take(kind, inHours(-0.5))).toEqual([])
      expect(await take(kind, inHours(0.5))).toHaveLength(1)
      expect(await take(kind, NOW)).toEqual([])
      expect(await take(kind, inHours(1.4))).toEqual([])
    })

    it("goes to nobody when the account was closed", async () => {
      const [closed] = await written(1)
      await real.ledger.close(closed!.id, NOW)
      const [message] = await take(kind)
      expect(await real.messages.addresseeOf(message!, false)).toBeNull()
    })

    it("goes to the account that its own was finally merged into, and honours its opt-out", async () => {
      const [first] = await written(1)
      const [second, last] = [await account("second"), await account("last")]
      const [before] = await take(kind)
      await merge(first!, second)
      await merge(second, last)
      const addressee = { account_id: last.id, customer_id: "last" }
      expect(await take(kind, inHours(1))).toEqual([{ ...before, ...addressee }])
      expect(await real.messages.addresseeOf(before!, true)).toEqual(addressee)
      await real.reminders.choose(last.id, false)
      expect(await real.messages.addresseeOf(before!, true)).toBeNull()
      expect(await real.messages.addresseeOf(before!, false)).toEqual(addressee)
      await real.ledger.close(last.id, NOW)
      expect(await real.messages.addresseeOf(before!, false)).toBeNull()
    })

    it("belongs to one wallet of its customer", async () => {
      const [points, stars] = [await account("cus_1"), await account("cus_1", "stars")]
      await expiring(stars)
      if (kind === REMINDER_KIND) {
        expect(await write(points)).toBe(false)
      }
      expect(await write(stars)).toBe(true)
      await real.reminders.choose(points.id, false)
      const [message] = await take(kind)
      const addressee = { account_id: stars.id, customer_id: "cus_1" }
      expect(message).toMatchObject({ account_no: stars.no, ...addressee })
      expect(await real.messages.addresseeOf(message!, true)).toEqual(addressee)
    })
  })

  it("keeps kinds apart: one subject, two messages; one taken, the other waiting", async () => {
    const one = await account("cus_1")
    const subject = { subject_id: "same", account_id: one.id }
    expect(await real.messages.put(GREETING, [subject], NOW)).toHaveLength(1)
    expect(await real.messages.put("farewell", [subject], NOW)).toHaveLength(1)
    expect(await real.messages.put(GREETING, [subject], NOW)).toEqual([])
    const { answers } = await race(times(RUNS, () => take(GREETING)))
    expect(answers.flat()).toMatchObject([{ kind: GREETING, subject_id: "same" }])
    expect(await take("farewell")).toMatchObject([{ kind: "farewell", subject_id: "same" }])
  })

  it("merges failed reminders into the next one, but no other kind or account", async () => {
    const [one, other] = [await account("cus_1"), await account("cus_2")]
    for (const owner of [one, other]) {
      await expiring(owner)
      await remind(owner)
      await greet(owner, owner.id)
    }
    const taken = [...(await take(REMINDER_KIND)), ...(await take(GREETING))]
    for (const message of taken) {
      await real.messages.finish(message, { status: "failed", attempts: 1, retryAt: NOW }, NOW)
    }
    await expiring(one)
    const next = await remind(one)
    expect(await real.reminders.pointsOf(next!, NOW)).toHaveLength(2)
    expect((await statuses()).map(({ status }) => status).sort()).toEqual([
      ...["dropped", "failed", "failed", "failed", "waiting"],
    ])
    expect((await take(GREETING)).map(({ customer_id }) => customer_id).sort()).toEqual([
      ...["cus_1", "cus_2"],
    ])
  })

  it("is written together with its subject, or not at all", async () => {
    const one = await account("cus_1")
    const messages = { kind: GREETING, subjects: [{ subject_id: "s", account_no: one.no }] }
    const given = real.dataSource.transaction(async (manager) => {
      await putMessages(manager, { ...messages, leasedUntil: NOW }, NOW)
      throw new Error("The award was refused")
    })
    await expect(given).rejects.toThrow("The award was refused")
    expect(await statuses()).toEqual([])
    expect(await greet(one, "s")).toHaveLength(1)
  })

  it("writes none at all when one is about an account that does not exist", async () => {
    const one = await account("cus_1")
    const subjects = [
      { subject_id: "s1", account_id: one.id },
      { subject_id: "s2", account_id: "lacc_none" },
    ]
    await expect(real.messages.put(GREETING, subjects, NOW)).rejects.toThrow("lacc_none")
    expect(await statuses()).toEqual([])
  })

  it("accepts many subjects at once, from runs that name them in any order", async () => {
    const one = await account("cus_1")
    const subjects = Array.from({ length: 50 }, (_, index) => ({
      subject_id: `subject_${index}`,
      account_id: one.id,
    }))
    const { answers } = await race(
      times(RUNS, (run) => {
        const named = run % 2 === 0 ? subjects : [...subjects].reverse()
        return real.messages.put(GREETING, named, NOW)
      })
    )
    const written = answers.flat().map(({ subject_id }) => subject_id)
    expect(written.sort()).toEqual(subjects.map(({ subject_id }) => subject_id).sort())
  })

  it("finds what waits in the index, however much was sent", async () => {
    await real.dataSource.query(
      `INSERT INTO loyalty_message
         (id, kind, subject_id, account_no, status, leased_until, created_at, updated_at)
       SELECT 'm' || n, 'kind_' || n % 5, 's' || n, n,
         CASE WHEN n % 2 = 0 THEN 'waiting' ELSE 'sent' END, $1::timestamptz - n * interval '1 minute', $1, $1
       FROM generate_series(1, 20000) n`,
      [NOW]
    )
    await real.dataSource.query("ANALYZE loyalty_message")
    const plan = await real.dataSource.query<{ "QUERY PLAN": string }[]>(
      `EXPLAIN SELECT id FROM loyalty_message
       WHERE kind = 'kind_0' AND status IN ('waiting', 'failed') AND leased_until <= $1
       ORDER BY leased_until LIMIT 200 FOR UPDATE SKIP LOCKED`,
      [NOW]
    )
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n")
    expect(text).toContain("loyalty_message_unsent")
    expect(text).not.toContain("Seq Scan")
    expect(text).not.toContain("Sort")
  })
})
