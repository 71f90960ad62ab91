import { liabilityReportOf } from "../../src/domain/statistics/liability"
import type { LiabilityReport } from "../../src/domain/statistics/liability"
import { DEFAULT_RULES } from "../../src/domain/program/rules"
import type { ProgramReference } from "../../src/modules/loyalty-points/ledger/types"
import { cartOf, holdOf } from "../concurrency/race"
import { assertLedgerCoherent, openLedger, type TestLedger } from "../support/ledger"

const DAY = 24 * 60 * 60 * 1000
const START = new Date("2026-03-01T00:00:00Z")
/** Noon of a day; day 1 is March 1st. */
const noon = (day: number) => new Date(START.getTime() + (day - 0.5) * DAY)
const NOW = noon(60)
/** In Warsaw this midnight ends May; an hour later it is June there and still May in UTC. */
const END_OF_MAY = new Date("2026-05-31T22:00:00Z")
const IN_JUNE = new Date("2026-05-31T23:00:00Z")

const TIME_ZONE = "Europe/Warsaw"

type Journal = { lots: { currency_code: string | null; points: number }[]; points: string }[]

/**
 * Points with two currencies and with none, spent across them, given back, expired, taken back, merged,
 * owed and held; one program is deleted at the end. Two of the customers have stars too.
 */
describe("the liability report of a ledger", () => {
  let real: TestLedger
  let pln: ProgramReference
  let eur: ProgramReference

  beforeAll(async () => {
    real = await openLedger(2)
    const { programs } = real
    pln = await programWorth("pln", "0.01")
    eur = await programWorth("eur", "0.05")
    await spender()
    await debtor()
    await checkout()
    await twins()
    await stars()
    await programs.delete(eur.id, null, noon(50))
    await assertLedgerCoherent(real.dataSource)

    async function programWorth(currency_code: string, point_value: string) {
      const rules = { ...DEFAULT_RULES, point_value }
      return programs.create({ currency_code, name: currency_code, rules }, null, START)
    }
  })
  afterAll(() => real?.drop())

  it("attributes every point to the program that it was earned under", async () => {
    const { groups, totals, as_of } = await reportOn(START, noon(61))
    expect(as_of).toEqual(NOW)
    expect(groups).toEqual([
      {
        ...{ currency_code: "eur", opening_balance: 0, closing_balance: 80 },
        ...{ issued: 380, redeemed: 250, expired: 50, reversed: 0, taken: 0 },
        ...{ outstanding: 30, overdue: 50, debt: 0, breakage_rate: 0.1316 },
        // The deleted program's points are worth what they can pay under the other.
        ...{ value: 0.3, value_currency_code: "pln" },
        expiring: [{ month: "2026-03", points: 30, value: 0.3 }],
      },
      {
        ...{ currency_code: "pln", opening_balance: 0, closing_balance: 1_650 },
        ...{ issued: 2_200, redeemed: 370, expired: 0, reversed: 100, taken: 80 },
        ...{ outstanding: 1_650, overdue: 0, debt: 0, breakage_rate: 0 },
        ...{ value: 16.5, value_currency_code: "pln" },
        expiring: [
          { month: "2026-05", points: 1_150, value: 11.5 },
          { month: "2026-06", points: 500, value: 5 },
        ],
      },
      {
        ...{ currency_code: null, opening_balance: 0, closing_balance: 50 },
        ...{ issued: 570, redeemed: 0, expired: 0, reversed: 520, taken: 0 },
        ...{ outstanding: 200, overdue: 0, debt: 150, breakage_rate: 0 },
        ...{ value: 2, value_currency_code: "pln" },
        expiring: [{ month: null, points: 200, value: 2 }],
      },
    ])
    expect(totals).toEqual({
      ...{ opening_balance: 0, closing_balance: 1_780 },
      ...{ issued: 3_150, redeemed: 620, expired: 50, reversed: 620, taken: 80 },
      ...{ outstanding: 1_880, overdue: 50, debt: 150, breakage_rate: 0.0159 },
      values: [{ currency_code: "pln", value: 18.8 }],
      expiring: [
        { month: "2026-03", points: 30 },
        { month: "2026-05", points: 1_150 },
        { month: "2026-06", points: 500 },
        { month: null, points: 200 },
      ],
    })
  })

  it("uses months in the store's time zone", async () => {
    const { totals } = await reportOn(START, noon(61), "UTC")
    expect(totals.expiring.map(({ month }) => month)).toEqual(["2026-03", "2026-05", null])
  })

  it("shows what was outstanding at the end of a past period", async () => {
    const { groups, as_of } = await reportOn(START, noon(3))
    expect(as_of).toEqual(noon(3))
    expect(groups.map(({ currency_code, expiring }) => [currency_code, expiring])).toEqual([
      [
        "eur",
        [
          { month: "2026-03", points: 80, value: 0.8 },
          { month: "2026-04", points: 300, value: 3 },
        ],
      ],
      [
        "pln",
        [
          { month: "2026-05", points: 1_100, value: 11 },
          { month: "2026-06", points: 700, value: 7 },
        ],
      ],
    ])
  })

  it.each([1, 2.5, 4, 5, 6, 7, 9, 12, 13, 41.5, 42, 60])(
    "opens and closes with what the journal says, when a period ends on day %s",
    async (day) => {
      const [before, after] = [
        await reportOn(START, noon(day)),
        await reportOn(noon(day), noon(61)),
      ]
      const balances = await balancesAt(noon(day))
      expect(closing(before)).toEqual(balances)
      expect(opening(after)).toEqual(balances)
      for (const { totals, from, to } of [before, after]) {
        const figures = await real.statistics.figures({ from, to }, NOW)
        expect(totals.closing_balance).toBe(figures.totals.closing_balance)
      }
      const now = await real.statistics.figures({ from: START, to: NOW }, NOW)
      expect(after.totals.outstanding).toBe(now.totals.outstanding)
    }
  )

  it("covers one wallet and nothing of the others", async () => {
    const { from, to, wallet } = { from: START, to: noon(61), wallet: "stars" }
    const { programs, ...figures } = await real.statistics.liability(
      { from, to, wallet },
      TIME_ZONE,
      NOW
    )
    const { groups, totals } = liabilityReportOf({
      ...{ period: { from, to }, programs: [], default_currency_code: null },
      ...figures,
    })
    expect(totals).toMatchObject({
      ...{ issued: 150, redeemed: 50, expired: 30, reversed: 60, taken: 20, closing_balance: -10 },
      ...{ outstanding: 40, overdue: 0, debt: 50, values: [] },
      expiring: [{ month: null, points: 40 }],
    })
    expect(groups.map(({ currency_code, value }) => [currency_code, value])).toEqual([
      ["pln", null],
      [null, null],
    ])
    const { movements, totals: now } = await real.statistics.figures({ from, to, wallet }, NOW)
    expect(now).toEqual({ members: 2, closing_balance: -10, outstanding: 40 })
    expect(movements.reduce((sum, { points }) => sum + points, 0)).toBe(-10)
  })

  it("is empty for a wallet that nobody has", async () => {
    const empty = { from: START, to: noon(61), wallet: "moons" }
    const { movements, standing } = await real.statistics.liability(empty, TIME_ZONE, NOW)
    expect([...movements, ...standing]).toEqual([])
    expect(await real.statistics.figures(empty, NOW)).toEqual({
      movements: [],
      totals: { members: 0, closing_balance: 0, outstanding: 0 },
    })
  })

  /** Points of two currencies and of none, spent together, given back, partly after they expired. */
  async function spender(): Promise<void> {
    const { id: account_id } = await real.accounts.ensure("spender", noon(1))
    const earn = { account_id, kind: "earn" as const }
    await real.ledger.credit(
      { ...earn, points: 1_000, program: pln, expires_at: END_OF_MAY },
      noon(1)
    )
    await real.ledger.credit({ ...earn, points: 300, program: eur, expires_at: noon(40) }, noon(2))
    const gift = { account_id, kind: "adjust" as const, points: 200, expires_at: null }
    await real.ledger.credit(gift, noon(3))
    await settle(account_id, "order_spent", [0, 350], noon(4))
    await settle(account_id, "order_spent", [0, 250], noon(5))
    await real.ledger.expire(account_id, noon(41))
    await settle(account_id, "order_spent", [0, 100], noon(42))
  }

  /** Points that were taken back after they were spent, and a debt that others cover in part. */
  async function debtor(): Promise<void> {
    const { id: account_id } = await real.accounts.ensure("debtor", noon(1))
    await settle(account_id, "order_returned", [500, 0], noon(1))
    await settle(account_id, "order_kept", [0, 400], noon(2))
    await settle(account_id, "order_returned", [0, 0], noon(6))
    const bonus = { account_id, kind: "bonus" as const, points: 250, expires_at: null }
    await real.ledger.credit({ ...bonus, program: eur }, noon(7))
  }

  /** Points past their expiry, of which a checkout still holds some. */
  async function checkout(): Promise<void> {
    const { id: account_id } = await real.accounts.ensure("checkout", noon(1))
    const earn = { account_id, kind: "earn" as const, points: 80, program: eur }
    await real.ledger.credit({ ...earn, expires_at: noon(10) }, noon(1))
    await real.ledger.hold(holdOf(await cartOf(real, account_id, "cart"), 30), noon(8))
  }

  /** An account that is merged into one with a debt. */
  async function twins(): Promise<void> {
    const { id: account_id } = await real.accounts.ensure("old", noon(1))
    const { id: into_account_id } = await real.accounts.ensure("kept", noon(1))
    const earn = { account_id, kind: "earn" as const, points: 700, program: pln }
    await real.ledger.credit({ ...earn, expires_at: IN_JUNE }, noon(1))
    await settle(into_account_id, "order_back", [120, 0], noon(1))
    await settle(into_account_id, "order_paid", [0, 120], noon(2))
    await settle(into_account_id, "order_back", [0, 0], noon(9))
    await real.ledger.merge({ account_id, into_account_id, reason: "One person" }, noon(12))
    const taken = { account_id: into_account_id, kind: "adjust" as const, points: 80 }
    await real.ledger.debit(taken, noon(13))
  }

  /** Points of another kind, given, taken, expired and owed by customers who have points, too. */
  async function stars(): Promise<void> {
    const { id: account_id } = await real.accounts.ensure("spender", noon(1), "stars")
    const gift = { account_id, kind: "bonus" as const }
    await real.ledger.credit({ ...gift, points: 50, expires_at: noon(30) }, noon(1))
    await real.ledger.debit({ account_id, kind: "adjust", points: 20 }, noon(2))
    await real.ledger.credit({ ...gift, points: 40, expires_at: null }, noon(3))
    await real.ledger.expire(account_id, noon(31))
    const { id: owing } = await real.accounts.ensure("debtor", noon(1), "stars")
    await settle(owing, "purchase", [60, 0], noon(1))
    await settle(owing, "purchase", [60, 50], noon(2))
    await settle(owing, "purchase", [0, 50], noon(3))
  }

  async function settle(
    account_id: string,
    order: string,
    [earned, redeemed]: [number, number],
    now: Date
  ): Promise<void> {
    const source = { type: "order", id: order }
    const { wallet } = (await real.accounts.byId(account_id, now))!
    const { revision } = await real.ledger.settlementOf(source, wallet)
    const dates = { available_at: now, expires_at: END_OF_MAY }
    const terms = { policy: "allow_negative", program: pln, revision } as const
    await real.ledger.settle({ account_id, source, earned, redeemed, ...dates, ...terms }, now)
  }

  async function reportOn(from: Date, to: Date, timeZone = TIME_ZONE): Promise<LiabilityReport> {
    const { programs, ...figures } = await real.statistics.liability({ from, to }, timeZone, NOW)
    return liabilityReportOf({
      period: { from, to },
      ...figures,
      programs: programs.map(({ currency_code, point_value, is_enabled }) => ({
        currency: { code: currency_code, decimal_digits: 2 },
        rules: { point_value },
        is_enabled,
      })),
      default_currency_code: null,
    })
  }

  /** A second opinion: the whole journal before a moment, summed up here. */
  async function balancesAt(moment: Date): Promise<Record<string, number>> {
    const journal = await real.dataSource.query<Journal>(
      `SELECT t.points, (
         SELECT coalesce(json_agg(json_build_object(
           'points', lot.points, 'currency_code', p.currency_code)), '[]')
         FROM unnest(t.lot_nos, t.lot_points) AS lot (no, points)
         JOIN loyalty_transaction opening
           ON opening.account_no = t.account_no AND opening.version = lot.no
         LEFT JOIN loyalty_program_version p
           ON p.program_id = opening.program_id AND p.version = opening.program_version
       ) AS lots
       FROM loyalty_transaction t
       JOIN loyalty_account a ON a.no = t.account_no AND a.wallet = 'points'
       WHERE t.occurred_at < $1`,
      [moment]
    )
    const balances: Record<string, number> = {}
    const add = (code: string | null, points: number) => {
      balances[String(code)] = (balances[String(code)] ?? 0) + points
    }
    for (const { points, lots } of journal) {
      lots.forEach((lot) => add(lot.currency_code, lot.points))
      add(
        null,
        lots.reduce((rest, lot) => rest - lot.points, Number(points))
      )
    }
    return withoutZeros(balances)
  }

  const closing = ({ groups }: LiabilityReport) =>
    withoutZeros(byCode(groups.map((group) => [group.currency_code, group.closing_balance])))

  const opening = ({ groups }: LiabilityReport) =>
    withoutZeros(byCode(groups.map((group) => [group.currency_code, group.opening_balance])))

  const byCode = (balances: [string | null, number][]): Record<string, number> =>
    Object.fromEntries(balances.map(([code, points]) => [String(code), points]))

  const withoutZeros = (balances: Record<string, number>) =>
    Object.fromEntries(Object.entries(balances).filter(([, points]) => points !== 0))
})
