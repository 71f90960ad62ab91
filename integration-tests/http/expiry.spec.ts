import { DAY_IN_MS } from "../../src/domain/shared/day"
import { testVariable } from "../../scripts/test/environment"
import type { LoyaltyLotDTO } from "../../src/modules/loyalty-points/ledger/types"
import type { ExpiryReport } from "../../src/workflows/expiry/expire-in-chunks"
import { expectCleanAudit } from "../support/audit"
import { moveClock, resetClock } from "../support/clock"
import { eventually } from "../support/eventually"
import { callInside } from "../support/inside/call"
import type { HeardEvent } from "../support/inside/store"
import { runJob } from "../support/jobs"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import { accountOf, adjustPoints, journalOf, newShopper } from "../support/shoppers"

describe("expired points", () => {
  let market: TestMarket
  beforeAll(async () => {
    market = await openMarket(SWEDEN)
    await callInside(testVariable("inside"), "listen")
  })
  afterEach(resetClock)
  afterAll(() => expectCleanAudit(market.merchant))

  it("are written off once by the job, shown to the shopper and announced", async () => {
    const shopper = await newShopper(market.store)
    const tomorrow = new Date(Date.now() + DAY_IN_MS).toISOString()
    await adjustPoints(market.merchant, shopper, 100, { expires_at: tomorrow })
    await adjustPoints(market.merchant, shopper, 40, { expires_at: null })
    expect(await accountOf(shopper)).toMatchObject({ balance: 140, available: 140 })

    moveClock(2)
    const { id } = await accountOf(shopper)
    expect(await accountOf(shopper)).toMatchObject({ balance: 140, available: 40 })
    const run = () => runJob<ExpiryReport | null>("expire-points")
    const reports = await Promise.all([run(), run()])
    expect(reports.map((report) => report?.failed ?? 0)).toEqual([0, 0])
    expect(reports.reduce((sum, report) => sum + (report?.accounts ?? 0), 0)).toBeGreaterThan(0)
    expect(await accountOf(shopper)).toMatchObject({ balance: 40, available: 40 })

    const { loyalty_lots } = await market.merchant.mustGet<{ loyalty_lots: LoyaltyLotDTO[] }>(
      `/admin/loyalty/accounts/${id}/lots`
    )
    const lot = loyalty_lots.find(({ remaining }) => remaining === 0)!
    const journal = await journalOf(shopper)
    expect(journal.map(({ kind }) => kind)).toEqual(["expire", "adjust", "adjust"])
    expect(journal[0]).toMatchObject({ points: -100, balance_after: 40 })
    expect(journal[0]!.details).toEqual({
      lots: [{ id: lot.id, points: 100, expires_at: tomorrow }],
    })
    await eventually(async () => {
      expect(await heardOf(shopper.id)).toEqual([
        {
          name: "loyalty.points_adjusted",
          data: expect.objectContaining({ points: 100 }) as object,
        },
        {
          name: "loyalty.points_adjusted",
          data: expect.objectContaining({ points: 40 }) as object,
        },
        {
          name: "loyalty.points_expired",
          data: { id, customer_id: shopper.id, points: -100, transaction_id: journal[0]!.id },
        },
      ])
    })
  })

  async function heardOf(customerId: string): Promise<HeardEvent[]> {
    const heard = await callInside<HeardEvent[]>(testVariable("inside"), "heard")
    return heard.filter(
      ({ name, data }) => name.startsWith("loyalty.") && data.customer_id === customerId
    )
  }
})
