import { randomUUID } from "node:crypto"
import { cartTarget } from "../../src/domain/checkout/target"
import { DAY_IN_MS } from "../../src/domain/shared/day"
import type { HttpLoyaltyStatistics } from "../../src/types/http"
import { expectCleanAudit } from "../support/audit"
import type { Refusal } from "../support/carts"
import { openMarket, SWEDEN, type TestMarket } from "../support/markets"
import { setProgram } from "../support/programs"
import { accountOf, adjustPoints, newShopper, shopperWithPoints } from "../support/shoppers"
import { expirePointsOf } from "../support/store-database"
import { onStoreLedger } from "../support/store-ledger"

const PATH = "/admin/loyalty/statistics"
const STILL = { issued: 0, redeemed: 0, expired: 0, reversed: 0, taken: 0 }

type Query = Record<string, string>

/** No other spec's transactions are as old as those that this one writes in March 2021. */
describe("the merchant's statistics", () => {
  let market: TestMarket

  beforeAll(async () => {
    market = await openMarket(SWEDEN)
    await writeMarch()
  })

  afterAll(() => expectCleanAudit(market.merchant))

  describe("of a period in the past", () => {
    it("show every kind of movement, day by day, including zeros", async () => {
      expect(await figuresOf({ from: "2021-03-01", to: "2021-03-07" })).toEqual({
        wallet: "points",
        from: "2021-03-01T00:00:00.000Z",
        to: "2021-03-08T00:00:00.000Z",
        members: expect.any(Number),
        issued: 1_525,
        redeemed: 200,
        expired: 260,
        reversed: 100,
        taken: 40,
        opening_balance: 0,
        closing_balance: 925,
        outstanding: expect.any(Number),
        liability: expect.any(Array),
        breakage_rate: 0.1705,
        redemption_rate: 0.1311,
        series: [
          { date: "2021-03-01", ...STILL, issued: 1_500 },
          { date: "2021-03-02", ...STILL, taken: 40 },
          { date: "2021-03-03", ...STILL, redeemed: 300 },
          { date: "2021-03-04", ...STILL, redeemed: -100 },
          { date: "2021-03-05", ...STILL, expired: 260 },
          { date: "2021-03-06", ...STILL, issued: 25, reversed: 100 },
          { date: "2021-03-07", ...STILL },
        ],
      })
    })

    it("begin at their first moment and end right before their last", async () => {
      const upTo = (to: string) => figuresOf({ from: "2021-03-01T00:00:00Z", to })
      expect(await upTo("2021-03-01T23:59:59.999Z")).toMatchObject({ issued: 1_000, taken: 0 })
      expect(await upTo("2021-03-02T00:00:00Z")).toMatchObject({ issued: 1_500, taken: 0 })
      expect(await upTo("2021-03-02T00:00:00.001Z")).toMatchObject({ issued: 1_500, taken: 40 })
      expect(await upTo("2021-03-02T01:00:00+01:00")).toMatchObject({ issued: 1_500, taken: 0 })
    })

    it("include a day given as the end, and exclude a moment given as the end", async () => {
      const asDays = await figuresOf({ from: "2021-03-02", to: "2021-03-03" })
      const asMoments = { from: "2021-03-02T00:00:00Z", to: "2021-03-04T00:00:00Z" }
      expect(asDays).toEqual(await figuresOf(asMoments))
      expect(asDays.series.map(({ date }) => date)).toEqual(["2021-03-02", "2021-03-03"])
    })

    it("continue where the previous period ended", async () => {
      const halves = [
        await figuresOf({ from: "2021-03-01", to: "2021-03-03T12:00:00Z" }),
        await figuresOf({ from: "2021-03-03T12:00:00Z", to: "2021-03-31" }),
      ] as const
      halves.forEach(expectExplained)
      expect(halves[0]).toMatchObject({ opening_balance: 0, closing_balance: 1_160 })
      expect(halves[1]).toMatchObject({ opening_balance: 1_160, closing_balance: 925 })
    })

    it("have no rates when nothing was issued", async () => {
      const refund = { from: "2021-03-04", to: "2021-03-04" }
      expect(await figuresOf(refund)).toMatchObject({
        redeemed: -100,
        breakage_rate: null,
        redemption_rate: null,
      })
    })
  })

  describe("of the present", () => {
    it("cover the last 30 days by default", async () => {
      const figures = await figuresOf({})
      expectExplained(figures)
      expect(figures.from).toMatch(/T00:00:00.000Z$/)
      expect(figures.to).toMatch(/T00:00:00.000Z$/)
      expect(Date.parse(figures.to) - Date.parse(figures.from)).toBe(30 * DAY_IN_MS)
      expect(figures.series).toHaveLength(30)
      expect(Date.parse(figures.to)).toBeGreaterThan(Date.now())
    })

    it("follow what is given and taken, and who joins", async () => {
      const before = await figuresNow()
      const shopper = await newShopper(market.store)
      await adjustPoints(market.merchant, shopper, 300)
      await adjustPoints(market.merchant, shopper, -100)
      const after = await figuresNow()
      expectExplained(after)
      expect(differences(before, after)).toEqual({
        members: 1,
        issued: 300,
        taken: 100,
        closing_balance: 200,
        outstanding: 200,
      })
    })

    it("do not count points past their expiry as outstanding, whether or not the job has run", async () => {
      const before = await figuresNow()
      const { id } = await accountOf(await shopperWithPoints(market, 500))
      await expirePointsOf(id)
      const due = await figuresNow()
      expect(differences(before, due)).toEqual({ members: 1, issued: 500, closing_balance: 500 })

      await onStoreLedger(({ ledger }) => ledger.expire(id, new Date()))
      expect(differences(due, await figuresNow())).toEqual({ expired: 500, closing_balance: -500 })
    })

    it("count points past their expiry while a checkout still holds them", async () => {
      const before = await figuresNow()
      const shopper = await shopperWithPoints(market, 500)
      const { id } = await accountOf(shopper)
      await onStoreLedger(async ({ ledger, redemptions }) => {
        const cart_id = `cart_${randomUUID()}`
        const request = {
          account_id: id,
          customer_id: shopper.id,
          target: cartTarget(cart_id),
          currency_code: "sek",
        }
        await redemptions.request({ ...request, points_requested: 200 }, new Date())
        const redemption_id = (await redemptions.activeOf(cartTarget(cart_id)))!.id
        const program = { id: "lprog_statistics", version: 1 }
        const hold = { redemption_id, attempt: "1", points: 200, discount: "2", program }
        await ledger.hold(hold, new Date())
        await expirePointsOf(id)
        expect(differences(before, await figuresNow())).toMatchObject({ outstanding: 200 })

        await ledger.release({ redemption_id }, new Date())
        expect(differences(before, await figuresNow())).not.toHaveProperty("outstanding")
      })
    })

    it("count a debt in the balances and not in what is outstanding", async () => {
      const before = await figuresNow()
      const { id } = await accountOf(await newShopper(market.store))
      await settleOn(id, new Date(), [
        [100, 0],
        [100, 80],
        [0, 80],
      ])
      const after = await figuresNow()
      expectExplained(after)
      expect(differences(before, after)).toEqual({
        members: 1,
        issued: 100,
        redeemed: 80,
        reversed: 100,
        closing_balance: -80,
      })
    })

    it("value what is outstanding under each enabled program", async () => {
      await setProgram(market.merchant, "isk", { point_value: 0.03 })
      const { outstanding, liability } = await figuresNow()
      expect(liability).toContainEqual({
        currency_code: "isk",
        value: Math.floor((outstanding * 3) / 100),
      })
      const codes = liability.map(({ currency_code }) => currency_code)
      expect(codes).toEqual([...codes].sort())

      await setProgram(market.merchant, "isk", { is_enabled: false })
      const later = (await figuresNow()).liability.map(({ currency_code }) => currency_code)
      expect(later).toEqual(codes.filter((code) => code !== "isk"))
    })
  })

  describe("of no period", () => {
    it.each(["from", "to"])("are refused for a wrong %s", async (name) => {
      for (const value of [
        "",
        "yesterday",
        "1762000000",
        "2026-13-01",
        "2026-02-30",
        "2026-11-01T00:00:00",
        "2026-11-01T25:00:00Z",
        "2026-11-01 00:00:00Z",
        "2026-11",
        "\u0000",
      ]) {
        await expectRefused(name, new URLSearchParams({ [name]: value }).toString())
      }
      await expectRefused(name, `${name}[]=2026-11-01`)
      await expectRefused(name, `${name}=2026-11-01&${name}=2026-11-02`)
    })

    it.each([
      ["from", "from=2026-11-02&to=2026-11-01"],
      ["from", "from=2026-11-01T00:00:00Z&to=2026-11-01T00:00:00Z"],
      ["from", "from=9000-01-01"],
      ["from", "from=2021-01-01&to=2024-01-02"],
      ["from", "from=1990-01-01"],
      ["to", "from=9999-12-31&to=9999-12-31"],
      ["colour", "colour=red"],
    ])("are refused, naming %s: ?%s", (name, query) => expectRefused(name, query))

    it("cover up to three years, and years in which there was no shop", async () => {
      const long = await figuresOf({ from: "2021-01-01", to: "2024-01-01" })
      expect(long.series).toHaveLength(1_096)
      for (const day of ["0001-01-01", "1969-12-31", "9999-12-30"]) {
        expect((await figuresOf({ from: day, to: day })).series).toEqual([{ date: day, ...STILL }])
      }
    })
  })

  /** 1,525 points are given and 600 taken, one kind of movement after the other. */
  async function writeMarch(): Promise<void> {
    const { id: account_id } = await accountOf(await newShopper(market.store))
    const march = (time: string) => new Date(`2021-03-${time}Z`)
    await settleOn(account_id, march("01T00:00:00"), [[1_000, 0]], "order_march")
    await onStoreLedger(({ ledger }) =>
      ledger.credit(
        { account_id, kind: "adjust", points: 500, expires_at: march("05T10:00:00") },
        march("01T23:59:59.999")
      )
    )
    await onStoreLedger(({ ledger }) =>
      ledger.debit({ account_id, kind: "adjust", points: 40 }, march("02T00:00:00"))
    )
    await settleOn(account_id, march("03T10:00:00"), [[1_000, 300]], "order_march")
    await settleOn(account_id, march("04T10:00:00"), [[1_000, 200]], "order_march")
    await onStoreLedger(({ ledger }) => ledger.expire(account_id, march("05T10:00:00")))
    await settleOn(account_id, march("06T10:00:00"), [[900, 200]], "order_march")
    await onStoreLedger(({ ledger }) =>
      ledger.credit(
        { account_id, kind: "bonus", points: 25, expires_at: null },
        march("06T23:59:59.999")
      )
    )
  }

  /** Settles an order at points earned and redeemed, one after the other. */
  async function settleOn(
    account_id: string,
    now: Date,
    targets: [earned: number, redeemed: number][],
    orderId = `order_${randomUUID()}`
  ): Promise<void> {
    const source = { type: "order", id: orderId }
    await onStoreLedger(async ({ ledger }) => {
      for (const [earned, redeemed] of targets) {
        const { revision } = await ledger.settlementOf(source)
        const dates = { available_at: now, expires_at: null }
        const terms = { policy: "allow_negative", program: null, revision } as const
        await ledger.settle({ account_id, source, earned, redeemed, ...dates, ...terms }, now)
      }
    })
  }

  async function figuresOf(query: Query): Promise<HttpLoyaltyStatistics> {
    const { statistics } = await market.merchant.mustGet<{ statistics: HttpLoyaltyStatistics }>(
      PATH,
      query
    )
    return statistics
  }

  /** From yesterday until tomorrow: midnight may pass while a test runs. */
  function figuresNow(): Promise<HttpLoyaltyStatistics> {
    const day = (offset: number) =>
      new Date(Date.now() + offset * DAY_IN_MS).toISOString().slice(0, 10)
    return figuresOf({ from: day(-1), to: day(1) })
  }

  function expectExplained(figures: HttpLoyaltyStatistics): void {
    const { opening_balance, issued, redeemed, expired, reversed, taken } = figures
    expect(opening_balance + issued - redeemed - expired - reversed - taken).toBe(
      figures.closing_balance
    )
    const sums = { ...STILL }
    for (const { date: _, ...flows } of figures.series) {
      for (const [flow, points] of Object.entries(flows)) {
        sums[flow as keyof typeof sums] += points
      }
    }
    expect(sums).toEqual({ issued, redeemed, expired, reversed, taken })
  }

  /** The totals that changed, and by how much. */
  function differences(before: HttpLoyaltyStatistics, after: HttpLoyaltyStatistics) {
    const totals = ["members", "closing_balance", "outstanding", ...Object.keys(STILL)] as const
    const changes = totals.map((name) => {
      const field = name as keyof typeof STILL
      return [name, after[field] - before[field]] as const
    })
    return Object.fromEntries(changes.filter(([, change]) => change !== 0))
  }

  async function expectRefused(name: string, query: string): Promise<void> {
    const { status, body } = await market.merchant.get<Refusal>(`${PATH}?${query}`)
    expect({ query, status, type: body.type, message: body.message }).toEqual({
      query,
      status: 400,
      type: "invalid_data",
      message: expect.stringMatching(new RegExp(`[' ]${name}'|\\b${name}: expected`)),
    })
  }
})
