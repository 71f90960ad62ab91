import { Modules } from "@medusajs/framework/utils"

import { DAY_IN_MS } from "../../src/domain/shared/day"
import { DEFAULT_RULES, type ProgramRules } from "../../src/domain/program/rules"
import { liabilityReportOf } from "../../src/domain/statistics/liability"
import { FIRST_PLACE } from "../../src/modules/loyalty-points/expiry/expiry-store"
import { adjustPointsWorkflow } from "../../src/workflows/ledger/adjust-points"
import { remindOfExpiry } from "../../src/workflows/reminders/remind-of-expiry"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"
import { type ServiceContainer, serviceOn } from "../support/service"

const TIME_ZONE = "Europe/Warsaw"
const IN_MARCH = new Date("2026-03-01T12:00:00Z")
/** The midnight that ends 31 December 2026 in Warsaw. */
const END_OF_YEAR = new Date("2026-12-31T23:00:00Z")
const END_OF_NEXT_YEAR = new Date("2027-12-31T23:00:00Z")

const before = (moment: Date, milliseconds: number) => new Date(moment.getTime() - milliseconds)
const daysBefore = (days: number) => before(END_OF_YEAR, days * DAY_IN_MS)

/** A notification as the Notification module gets it. */
type Mail = { content: { subject: string; text: string }; data: { days: number } }

describe("points that expire on 31 December", () => {
  let real: TestLedger
  let account: string
  let mails: Mail[]
  /** What the clock tells, time after time; the last one for ever. */
  let moments: Date[]
  let store: ServiceContainer

  beforeAll(async () => {
    real = await openLedger(2)
  })
  beforeEach(async () => {
    account = (await real.accounts.ensure("ewa", IN_MARCH)).id
    mails = []
    store = serviceOn(real.dataSource, {
      options: {
        timeZone: TIME_ZONE,
        reminders: { days: [30, 7] },
        clock: () => (moments.length > 1 ? moments.shift()! : moments[0]!),
      },
      modules: {
        query: {
          graph: async ({ entity }: { entity: string }) => ({ data: MEDUSA[entity] ?? [] }),
        },
        [Modules.NOTIFICATION]: {
          createNotifications: async (mail: Mail) => void mails.push(mail),
        },
      },
    })
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
    await real.dataSource.query("TRUNCATE loyalty_program, loyalty_program_version")
  })
  afterAll(() => real?.drop())

  /** What Medusa's Query finds. */
  const MEDUSA: Record<string, object[]> = {
    customer: [{ id: "ewa", email: "ewa@example.com", first_name: "Ewa", last_name: null }],
  }

  const createProgram = (currency_code: string, rules: Partial<ProgramRules>) =>
    real.programs.create(
      { currency_code, name: "Points", rules: { ...DEFAULT_RULES, ...rules } },
      null,
      IN_MARCH
    )

  /** The expiry of points that the merchant gives by hand without saying until when. */
  async function given(...at: Date[]): Promise<Date | null> {
    moments = at
    await adjustPointsWorkflow(store.container).run({
      input: { account_id: account, points: 300, reason: "Sorry" },
    })
    const { rows } = await real.accounts.transactions(account, { limit: 1, offset: 0 })
    return rows[0]!.expires_at
  }

  describe("given by hand without a date", () => {
    it("live until then", async () => {
      await createProgram("pln", { fixed_expiry: "12-31" })
      expect(await given(IN_MARCH)).toEqual(END_OF_YEAR)
    })

    it("can be spent at once, however long those of orders wait", async () => {
      await createProgram("pln", { fixed_expiry: "12-31", pending_days: 60 })
      const inNovember = new Date("2026-11-15T12:00:00Z")
      expect(await given(inNovember)).toEqual(END_OF_YEAR)
      const now = await real.accounts.byId(account, inNovember)
      expect(now).toMatchObject({ available: 300, pending: 0 })
    })

    it("live their least days, into the next year if need be", async () => {
      await createProgram("pln", { fixed_expiry: "12-31", fixed_expiry_minimum_days: 30 })
      expect(await given(daysBefore(31))).toEqual(END_OF_YEAR)
      expect(await given(daysBefore(30))).toEqual(END_OF_NEXT_YEAR)
    })

    it("live as long as the program that lets them live longest", async () => {
      await createProgram("pln", { fixed_expiry: "12-31" })
      await createProgram("eur", { fixed_expiry: null, validity_days: 365 })
      expect(await given(IN_MARCH)).toEqual(new Date("2027-03-01T12:00:00Z"))
      await createProgram("sek", { fixed_expiry: null, validity_days: null, is_enabled: false })
      expect(await given(IN_MARCH)).toEqual(new Date("2027-03-01T12:00:00Z"))
      await createProgram("nok", { fixed_expiry: null, validity_days: null })
      expect(await given(IN_MARCH)).toBeNull()
    })

    it("are given in the year's last millisecond, too, although midnight comes meanwhile", async () => {
      await createProgram("pln", { fixed_expiry: "12-31" })
      expect(await given(before(END_OF_YEAR, 1), END_OF_YEAR)).toEqual(END_OF_YEAR)
    })
  })

  it("are reminded of as many days before as the option says, and of the day itself", async () => {
    await createProgram("pln", { fixed_expiry: "12-31" })
    await given(IN_MARCH)
    const remindAt = async (moment: Date) => {
      moments = [moment]
      const { sent } = await remindOfExpiry(store.container)
      return sent
    }
    const rounds: [moment: Date, sent: number][] = [
      [before(daysBefore(30), 1), 0],
      [daysBefore(30), 1],
      [before(daysBefore(7), 1), 0],
      [daysBefore(7), 1],
      [before(END_OF_YEAR, 1), 0],
      [END_OF_YEAR, 0],
    ]
    for (const [moment, sent] of rounds) {
      expect([moment, await remindAt(moment)]).toEqual([moment, sent])
    }
    expect(mails.map(({ data }) => data.days)).toEqual([30, 7])
    for (const { content } of mails) {
      expect(content.subject).toBe("300 points expire on December 31, 2026")
    }
    expect(store.errors).toEqual([])
  })

  it("are reminded of once when they come within both reaches at once", async () => {
    await createProgram("pln", { fixed_expiry: "12-31" })
    await given(daysBefore(3))
    await remindOfExpiry(store.container)
    await remindOfExpiry(store.container)
    expect(mails.map(({ data }) => data.days)).toEqual([3])
  })

  describe("in the liability report", () => {
    beforeEach(async () => {
      const program = await createProgram("pln", { fixed_expiry: "12-31" })
      await given(IN_MARCH)
      const order = { type: "order", id: "order_1" }
      const terms = { policy: "allow_negative", program, redeemed: 0, revision: 0 } as const
      const dates = { available_at: IN_MARCH, expires_at: END_OF_YEAR }
      const earned = { account_id: account, source: order, earned: 200, ...terms, ...dates }
      await real.ledger.settle(earned, IN_MARCH)
    })

    /** Figures of a period as they were at its end or are at `now`. */
    async function report(from: string, to: Date, now: Date, timeZone = TIME_ZONE) {
      const period = { from: new Date(from), to }
      const { programs, ...figures } = await real.statistics.liability(period, timeZone, now)
      expect(programs).toHaveLength(1)
      return liabilityReportOf({ period, ...figures, programs: [], default_currency_code: null })
    }

    it("count in December, up to the last moment", async () => {
      const { groups, totals } = await report(
        "2026-01-01T00:00:00+01:00",
        before(END_OF_YEAR, 1),
        END_OF_YEAR
      )
      expect(totals).toMatchObject({ issued: 500, outstanding: 500, overdue: 0, expired: 0 })
      expect(groups.map(({ currency_code, expiring }) => [currency_code, expiring])).toEqual([
        ["pln", [{ month: "2026-12", points: 200, value: null }]],
        [null, [{ month: "2026-12", points: 300, value: null }]],
      ])
    })

    it("count by the calendar of the store: further east that midnight is in January", async () => {
      const [year, now] = ["2026-01-01T00:00:00Z", daysBefore(10)]
      const monthIn = async (timeZone: string) =>
        (await report(year, END_OF_YEAR, now, timeZone)).totals.expiring
      expect(await monthIn(TIME_ZONE)).toEqual([{ month: "2026-12", points: 500 }])
      expect(await monthIn("Europe/Helsinki")).toEqual([{ month: "2027-01", points: 500 }])
    })

    it("are due as the year closes, and written off in the next one", async () => {
      const closing = () => report("2026-01-01T00:00:00+01:00", END_OF_YEAR, inJanuary)
      const inJanuary = new Date("2027-01-01T00:30:00Z")
      const due = { outstanding: 0, overdue: 500, expired: 0, closing_balance: 500, expiring: [] }
      expect((await closing()).totals).toMatchObject(due)
      const { expired } = await real.expiry.expireDue({ after: FIRST_PLACE, limit: 10 }, inJanuary)
      expect(expired.map(({ transaction }) => transaction.points)).toEqual([-500])
      expect((await closing()).totals).toMatchObject(due)
      const next = await report(END_OF_YEAR.toISOString(), END_OF_NEXT_YEAR, inJanuary)
      expect(next.totals).toMatchObject({ opening_balance: 500, expired: 500, closing_balance: 0 })
    })
  })
})
