import { DAY_IN_MS } from "../../src/domain/shared/day"
import { TEST_ADMIN } from "../../scripts/test/environment"
import type { HttpLiabilityReport, HttpLoyaltyStatistics } from "../../src/types/http"
import type { LoyaltyProgramDTO } from "../../src/modules/loyalty-points/program/types"
import { expectCleanAudit } from "../support/audit"
import type { Refusal } from "../support/carts"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { accountOf, adjustPoints, newShopper } from "../support/shoppers"
import { onStoreLedger } from "../support/store-ledger"

const PATH = "/admin/loyalty/reports/liability"
const APRIL = { from: "2022-04-01", to: "2022-04-30" }
const FIELDS = [
  ...(["opening_balance", "issued", "redeemed", "expired", "reversed", "taken"] as const),
  ...(["closing_balance", "outstanding", "overdue", "debt"] as const),
]
const SHARED = [
  ...(["opening_balance", "issued", "redeemed", "expired", "reversed", "taken"] as const),
  "closing_balance" as const,
]

type Query = Record<string, string>

/** Only this spec has points in baht and Chilean pesos; they were earned in April 2022. */
describe("the liability report", () => {
  let market: TestMarket
  let baht: LoyaltyProgramDTO

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
    baht = await setProgram(market.merchant, "thb")
    await writeApril(await setProgram(market.merchant, "clp", { point_value: 0.5 }))
  })

  afterAll(() => expectCleanAudit(market.merchant))

  it("shows the points of each currency, how they came about and when they expire", async () => {
    const report = await reportOn(APRIL)
    expect(report).toMatchObject({
      from: "2022-04-01T00:00:00.000Z",
      to: "2022-05-01T00:00:00.000Z",
      as_of: "2022-05-01T00:00:00.000Z",
    })
    expect(groupOf(report, "thb")).toEqual({
      ...{ currency_code: "thb", opening_balance: 0, closing_balance: 750 },
      ...{ issued: 1_000, redeemed: 200, expired: 0, reversed: 0, taken: 50 },
      ...{ outstanding: 750, overdue: 0, debt: 0, breakage_rate: 0 },
      ...{ value: 7.5, value_currency_code: "thb" },
      expiring: [{ month: "2022-06", points: 750, value: 7.5 }],
    })
    expect(groupOf(report, "clp")).toMatchObject({
      ...{ issued: 301, closing_balance: 301, value: 150, value_currency_code: "clp" },
      expiring: [{ month: null, points: 301, value: 150 }],
    })
    await expectExplained(report, APRIL)
  })

  it("opens with what the month before closed with", async () => {
    const may = { from: "2022-05-01", to: "2022-05-31" }
    const june = { from: "2022-06-01", to: "2022-06-30" }
    for (const period of [may, june]) {
      const report = await reportOn(period)
      await expectExplained(report, period)
      expect(groupOf(report, "thb")).toMatchObject({ opening_balance: 750 })
    }
    expect(groupOf(await reportOn(june), "thb")).toMatchObject({
      ...{ expired: 750, closing_balance: 0, value: 0, expiring: [] },
    })
  })

  it("adds up for everything that happens in the store now", async () => {
    const period = { from: dayFromNow(-1), to: dayFromNow(1) }
    const before = await reportOn(period)
    const shopper = await newShopper(market.store)
    await adjustPoints(market.merchant, shopper, 300)
    await adjustPoints(market.merchant, shopper, -100)
    const after = await reportOn(period)
    await expectExplained(after, period)
    const gained = (field: "issued" | "taken" | "outstanding") =>
      (groupOf(after, null)?.[field] ?? 0) - (groupOf(before, null)?.[field] ?? 0)
    expect([gained("issued"), gained("taken"), gained("outstanding")]).toEqual([300, 100, 200])
    const { outstanding } = await statisticsOf(period)
    expect(after.totals.outstanding).toBe(outstanding)
  })

  it("can be downloaded as a table", async () => {
    const { token } = await market.store.mustPost<{ token: string }>(
      "/auth/user/emailpass",
      TEST_ADMIN
    )
    const query = new URLSearchParams({ ...APRIL, format: "csv" }).toString()
    const answer = await fetch(`${market.store.baseUrl}${PATH}?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="loyalty-liability_2022-04-01_2022-04-30.csv"'
    )
    const [head, ...rows] = (await answer.text()).split("\r\n")
    expect(head).toBe(
      "from,to,as_of,currency_code,figure,month,points,value,value_currency_code,rate"
    )
    const end = "2022-05-01T00:00:00.000Z"
    expect(rows).toContain(
      `2022-04-01T00:00:00.000Z,${end},${end},thb,expiring,2022-06,750,7.5,thb,`
    )
  })

  it("still shows the points of a deleted program", async () => {
    await market.merchant.delete(`/admin/loyalty/programs/${baht.id}`)
    const report = await reportOn(APRIL)
    expect(groupOf(report, "thb")).toMatchObject({ issued: 1_000, closing_balance: 750 })
    expect(groupOf(report, "thb")?.value_currency_code).not.toBe("thb")
  })

  it.each([
    ["from", "from=yesterday"],
    ["to", "to=2026-02-30"],
    ["from", "from=2026-11-02&to=2026-11-01&format=csv"],
    ["from", "from=2021-01-01&to=2024-01-02"],
    ["format", "format=xml"],
    ["colour", "colour=red"],
  ])("is refused for a wrong %s: ?%s", async (name, query) => {
    const { status, body } = await market.merchant.get<Refusal>(`${PATH}?${query}`)
    expect({ status, type: body.type, message: body.message }).toEqual({
      status: 400,
      type: "invalid_data",
      message: expect.stringMatching(new RegExp(`'${name}'|\\b${name}: expected`)),
    })
  })

  /** Points in both currencies, of which some are spent, given back and taken; the rest expires. */
  async function writeApril(peso: LoyaltyProgramDTO): Promise<void> {
    const { id: account_id } = await accountOf(await newShopper(market.store))
    const april = (day: number) => new Date(Date.UTC(2022, 3, day, 12))
    const earn = { account_id, kind: "earn" as const }
    const june = new Date("2022-06-15T00:00:00Z")
    const source = { type: "order", id: "order_april_2022" }
    await onStoreLedger(async ({ ledger }) => {
      const settle = async (redeemed: number, now: Date) => {
        const { revision } = await ledger.settlementOf(source)
        const dates = { available_at: now, expires_at: null }
        const terms = { policy: "allow_negative", program: peso, revision } as const
        await ledger.settle({ account_id, source, earned: 0, redeemed, ...dates, ...terms }, now)
      }
      await ledger.credit({ ...earn, points: 1_000, program: baht, expires_at: june }, april(1))
      await ledger.credit({ ...earn, points: 301, program: peso, expires_at: null }, april(2))
      await settle(300, april(3))
      await settle(200, april(4))
      await ledger.debit({ account_id, kind: "adjust", points: 50 }, april(5))
      await ledger.expire(account_id, june)
    })
  }

  /** Checks each balance against its movements, the groups against the totals, and those against the statistics. */
  async function expectExplained(report: HttpLiabilityReport, period: Query): Promise<void> {
    const { groups, totals } = report
    for (const balance of [...groups, totals]) {
      const { opening_balance, issued, redeemed, expired, reversed, taken } = balance
      expect(opening_balance + issued - redeemed - expired - reversed - taken).toBe(
        balance.closing_balance
      )
      expect(balance.outstanding + balance.overdue - balance.debt).toBe(balance.closing_balance)
    }
    for (const field of FIELDS) {
      const sum = groups.reduce((total, group) => total + group[field], 0)
      expect([field, sum]).toEqual([field, totals[field]])
    }
    const statistics = await statisticsOf(period)
    for (const field of SHARED) {
      expect([field, totals[field]]).toEqual([field, statistics[field]])
    }
  }

  async function reportOn(query: Query): Promise<HttpLiabilityReport> {
    const { liability_report } = await market.merchant.mustGet<{
      liability_report: HttpLiabilityReport
    }>(PATH, query)
    return liability_report
  }

  async function statisticsOf(query: Query): Promise<HttpLoyaltyStatistics> {
    const { statistics } = await market.merchant.mustGet<{ statistics: HttpLoyaltyStatistics }>(
      "/admin/loyalty/statistics",
      query
    )
    return statistics
  }

  const groupOf = ({ groups }: HttpLiabilityReport, code: string | null) =>
    groups.find(({ currency_code }) => currency_code === code)

  const dayFromNow = (days: number) =>
    new Date(Date.now() + days * DAY_IN_MS).toISOString().slice(0, 10)
})
