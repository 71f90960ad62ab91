import fc from "fast-check"

import { FIRST_REMINDER_PLACE } from "../../src/modules/loyalty-points/reminders/types"
import { openRaceTrack, race, times } from "../concurrency/race"
import type { TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-01T12:00:00Z")
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000)
const LOTS = ["1", "2", "3", "4", "5"]

type Outcome = "sent" | "failed" | "given_up" | "cut off"

/** A run that saw some lots within a number of days, and the outcome of its message. */
type Run = { lots: string[]; days: number; outcome: Outcome }

/** The lots of each message, by the rules in docs/reminders.md. */
class ToldModel {
  private readonly days = new Map<string, number>()
  private readonly messages: { id: string; lots: string[]; outcome: Outcome | "dropped" }[] = []

  /** Returns whether a message was due. `id`: that of the message, if so. */
  tell({ lots, days, outcome }: Run, id = ""): boolean {
    const due = lots.filter((lot) => days < (this.days.get(lot) ?? Infinity))
    if (due.length === 0) {
      return false
    }
    due.forEach((lot) => this.days.set(lot, days))
    this.messages.forEach((one) => (one.lots = one.lots.filter((lot) => !due.includes(lot))))
    const failed = this.messages.filter((one) => one.outcome === "failed")
    const folded = failed.flatMap((one) => one.lots)
    failed.forEach((one) => Object.assign(one, { lots: [], outcome: "dropped" }))
    this.messages.push({ id, lots: [...due, ...folded], outcome })
    return true
  }

  get ids(): string[] {
    return this.messages.map(({ id }) => id)
  }

  get told(): Record<string, number[]> {
    return Object.fromEntries(
      this.messages.map(({ id, lots }) => [id, lots.map(Number).sort()] as const)
    )
  }
}

describe("failed reminders, merged into the next one", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openRaceTrack()
  })
  afterEach(() => real.empty())
  afterAll(() => real?.drop())

  /** An account with five lots of 1, 2, 3, 4 and 5 points, so that points name lots. */
  async function accountWithLots() {
    const { id } = await real.accounts.ensure("cus_1", NOW)
    for (const lot of LOTS) {
      const credit = { account_id: id, kind: "bonus" as const, points: Number(lot) }
      await real.ledger.credit({ ...credit, expires_at: inDays(5) }, NOW)
    }
    const page = { after: FIRST_REMINDER_PLACE, limit: 10, horizon: inDays(30) }
    const [account] = (await real.reminders.expiring(page, NOW)).accounts
    return account!
  }

  const take = (account: Awaited<ReturnType<typeof accountWithLots>>, { lots, days }: Run) => {
    const due = lots.map((no) => ({ no, days }))
    return real.reminders.take({ account, lots: due, leasedUntil: inDays(1) }, NOW)
  }

  /** The lots of each message, by reminder. */
  async function toldOf(reminders: string[], accountNo: string): Promise<Record<string, number[]>> {
    const told = reminders.map(async (subject_id) => {
      const lots = await real.reminders.pointsOf({ subject_id, account_no: accountNo }, NOW)
      return [subject_id, lots.map(({ points }) => points).sort()] as const
    })
    return Object.fromEntries(await Promise.all(told))
  }

  it("are sent once, with what is new, whatever failed before", async () => {
    const runs = fc.array(
      fc.record<Run>({
        lots: fc.shuffledSubarray(LOTS, { minLength: 1 }),
        days: fc.constantFrom(30, 14, 7, 3),
        outcome: fc.constantFrom("sent", "failed", "given_up", "cut off"),
      }),
      { maxLength: 12 }
    )
    await fc.assert(
      fc.asyncProperty(runs, async (runs) => {
        await real.empty()
        const account = await accountWithLots()
        const model = new ToldModel()
        for (const run of runs) {
          const taken = await take(account, run)
          expect(taken !== null).toBe(model.tell(run, taken?.subject_id))
          if (taken && run.outcome !== "cut off") {
            const sending = { status: run.outcome, attempts: 1, retryAt: inDays(1) }
            await real.messages.finish(taken, sending, NOW)
          }
        }
        expect(await toldOf(model.ids, account.no)).toEqual(model.told)
      }),
      { numRuns: 40 }
    )
  })

  it("go to one of many runs, without deadlocks", async () => {
    const account = await accountWithLots()
    const first = await take(account, { lots: LOTS, days: 30, outcome: "failed" })
    const failed = { status: "failed" as const, attempts: 1, retryAt: inDays(1) }
    await real.messages.finish(first!, failed, NOW)
    const runs = times(20, (index) => {
      const lots = [LOTS[index % 5]!, LOTS[(index + 3) % 5]!]
      return take(account, { lots, days: 7, outcome: "cut off" })
    })
    const taken = (await race(runs)).answers.flatMap((message) => message ?? [])
    expect(taken.length).toBeGreaterThan(0)
    const told = await toldOf(
      taken.map(({ subject_id }) => subject_id),
      account.no
    )
    expect(Object.values(told).flat().sort()).toEqual([1, 2, 3, 4, 5])
    expect(await toldOf([first!.subject_id], account.no)).toEqual({ [first!.subject_id]: [] })
  })
})
