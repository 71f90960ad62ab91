import { DAY_IN_MS } from "../../src/domain/shared/day"
import type { ExpiryReport } from "../../src/workflows/expiry/expire-in-chunks"
import type { MessageReport } from "../../src/workflows/messages/message-run"
import { moveClock, resetClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { mailsTo } from "../support/sent-mails"
import type { ScaleOutSetup } from "../support/scale-out/setup"
import { accountOf, adjustPoints, type Shopper } from "../support/shoppers"

/** Scheduled jobs, which both workers have. */
export function jobCases(setup: () => ScaleOutSetup): void {
  afterEach(() => resetClock())

  it("wait for their time once, however many workers there are, and on workers only", async () => {
    const { instances } = setup()
    await instances.schedulesAll()
    expect(await instances.servers[0].run("scheduled")).toEqual([])
  })

  it("a worker answers /health and nothing else", async () => {
    const { url } = setup().instances.workers[0].server
    expect((await fetch(`${url}/health`)).status).toBe(200)
    expect((await fetch(`${url}/store/loyalty/programs`)).status).toBe(404)
  })

  it("write due points off once: when their time comes, and when both workers run at once", async () => {
    const { instances } = setup()
    const line = "points of 1 accounts expired"
    const before = instances.logged(line)
    const first = await shopperWhosePointsEndIn(1)
    moveClock(2)
    await instances.due("expire-points")
    await eventually(async () => expect(await accountOf(first)).toMatchObject({ balance: 0 }))
    await eventually(() => {
      const added = instances.logged(line).map((count, index) => count - (before[index] ?? 0))
      expect(added.slice(0, 2)).toEqual([0, 0])
      expect(added.slice(2).sort()).toEqual([0, 1])
    })

    resetClock()
    const second = await shopperWhosePointsEndIn(1)
    moveClock(2)
    const reports = await bothRun<ExpiryReport>("expire-points")
    expect(reports.reduce((sum, report) => sum + (report?.accounts ?? 0), 0)).toBe(1)
    for (const shopper of [first, second]) {
      expect(await setup().kindsOf(shopper)).toEqual(["adjust", "expire"])
    }
  })

  it("remind a customer once", async () => {
    const { instances } = setup()
    const shopper = await shopperWhosePointsEndIn(6)
    await Promise.all([
      bothRun<MessageReport>("remind-of-expiry"),
      instances.due("remind-of-expiry"),
    ])
    await eventually(() => expect(mailsTo(shopper)).toHaveLength(1))
    await bothRun<MessageReport>("remind-of-expiry")
    expect(mailsTo(shopper)).toHaveLength(1)
  })

  async function shopperWhosePointsEndIn(days: number): Promise<Shopper> {
    const shopper = await setup().shopper(0)
    const expires_at = new Date(Date.now() + days * DAY_IN_MS).toISOString()
    await adjustPoints(setup().market.merchant, shopper, 100, { expires_at })
    return shopper
  }

  function bothRun<Report>(job: string): Promise<(Report | null)[]> {
    return Promise.all(setup().instances.workers.map((worker) => worker.job<Report | null>(job)))
  }
}
