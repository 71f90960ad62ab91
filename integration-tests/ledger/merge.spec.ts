import fc from "fast-check"

import { cartTarget } from "../../src/domain/checkout/target"
import { type AccountModel, NEW_ACCOUNT } from "../../src/domain/ledger/model-account"
import { merge as mergeModels } from "../../src/domain/ledger/model-merge"
import { addPoints, spendOnOrder } from "../../src/domain/ledger/model-points"
import type { ReplayedTransaction } from "../../src/domain/ledger/replay"
import type { LoyaltyAccountDTO, Purchase } from "../../src/modules/loyalty-points/ledger/types"
import { cartOf, holdOf, openRaceTrack, race, shopperWith, times } from "../concurrency/race"
import { assertLedgerCoherent, journalOf, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-02T12:00:00Z")
const LATER = new Date("2026-03-20T12:00:00Z")
const IN_APRIL = new Date("2026-04-10T00:00:00Z")
const IN_MAY = new Date("2026-05-10T00:00:00Z")

const ENTRY = { kind: "adjust", source: null, key: null, request: "" }

describe("merging two accounts", () => {
  let real: TestLedger
  let old: string
  let kept: string
  beforeAll(async () => {
    real = await openRaceTrack()
  })
  beforeEach(async () => {
    old = (await real.accounts.ensure("old", NOW)).id
    kept = (await real.accounts.ensure("kept", NOW)).id
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  const merge = (from = old, into = kept, now = NOW) =>
    real.ledger.merge({ account_id: from, into_account_id: into, reason: "One person" }, now)

  const give = (
    account_id: string,
    points: number,
    expires_at: Date | null = null,
    available_at = NOW
  ) => real.ledger.credit({ account_id, kind: "adjust", points, expires_at, available_at }, NOW)

  const settle = async (
    account_id: string,
    order: string,
    {
      earned = 0,
      redeemed = 0,
      policy = "allow_negative" as "allow_negative" | "clamp_to_zero",
      purchase = undefined as Purchase | undefined,
    },
    now = NOW
  ) => {
    const source = { type: "order", id: order }
    const { revision } = await real.ledger.settlementOf(source)
    const dates = { available_at: now, expires_at: IN_MAY }
    return real.ledger.settle(
      {
        ...{ account_id, source, earned, redeemed, policy, revision, purchase },
        ...dates,
        program: null,
      },
      now
    )
  }

  const accountAt = async (id: string, now = NOW): Promise<LoyaltyAccountDTO> =>
    (await real.accounts.byId(id, now))!

  const sumOfBalances = async () => {
    const [row] = await real.dataSource.query<{ sum: string }[]>(
      `SELECT sum(balance) FROM loyalty_account`
    )
    return Number(row!.sum)
  }

  it("moves every lot with its expiry and the moment it can be spent", async () => {
    await give(old, 300, IN_MAY)
    await give(old, 200, IN_APRIL)
    await give(old, 50, null, LATER)
    await give(kept, 100)
    const moved = await merge()

    expect(moved.map(({ account_id, kind, points }) => [account_id, kind, points])).toEqual([
      [old, "merge", -550],
      [kept, "merge", 200],
      [kept, "merge", 300],
      [kept, "merge", 50],
    ])
    expect(moved.every(({ reason }) => reason === "One person")).toBe(true)
    expect(await accountAt(old)).toMatchObject({
      ...{ balance: 0, pending: 0, available: 0, expiring: [] },
      ...{ closed_at: NOW, merged_into: kept, customer_id: "old" },
    })
    expect(await accountAt(kept)).toMatchObject({
      ...{ balance: 650, pending: 50, available: 600, closed_at: null, merged_into: null },
      expiring: [
        { points: 200, expires_at: IN_APRIL },
        { points: 300, expires_at: IN_MAY },
      ],
    })
    expect(await accountAt(kept, LATER)).toMatchObject({ pending: 0, available: 650 })
  })

  it("expires what is due first, and moves none of it", async () => {
    await give(old, 70, LATER)
    await give(old, 30)
    await merge(old, kept, IN_APRIL)
    expect(await accountAt(kept, IN_APRIL)).toMatchObject({ balance: 30 })
  })

  it.each([
    ["of the merged account moves", -40, 100, 60, 60],
    ["of the kept account is covered first", 100, -40, 60, 60],
    ["on both sides adds up", -40, -10, -50, 0],
    ["beyond what the other has stays a debt", -100, 30, -70, 0],
  ])("a debt %s", async (_, ofOld, ofKept, balance, available) => {
    await bringTo(old, ofOld)
    await bringTo(kept, ofKept)
    await merge()
    expect(await accountAt(old)).toMatchObject({ balance: 0 })
    expect(await accountAt(kept)).toMatchObject({ balance, available })
  })

  /** A balance below zero: points that were earned, spent and taken back. */
  async function bringTo(account: string, balance: number): Promise<void> {
    if (balance > 0) {
      await give(account, balance, IN_MAY)
      return
    }
    await settle(account, `order of ${account}`, { earned: -balance })
    await real.ledger.debit({ account_id: account, kind: "adjust", points: -balance }, NOW)
    await settle(account, `order of ${account}`, { earned: 0 })
  }

  it("of an account without points only closes it", async () => {
    expect(await merge()).toEqual([])
    expect(await accountAt(old)).toMatchObject({ merged_into: kept })
  })

  it("repeated returns the same result and moves nothing", async () => {
    await give(old, 100)
    const first = await merge()
    expect(await merge()).toEqual(expect.arrayContaining(first))
    expect(await accountAt(kept)).toMatchObject({ balance: 100 })
  })

  it.each<[string, () => [string, string], string]>([
    ["into itself", () => [old, old], "invalid_ledger_argument"],
    ["of an account that does not exist", () => ["lacc_none", kept], "loyalty_account_not_found"],
    ["into an account that does not exist", () => [old, "lacc_none"], "loyalty_account_not_found"],
  ])("%s is refused", async (_, accounts, ledger_code) => {
    await expect(merge(...accounts())).rejects.toMatchObject({ ledger_code })
  })

  it("into or of a closed account is refused", async () => {
    const third = (await real.accounts.ensure("third", NOW)).id
    await merge()
    await expect(merge(third, old)).rejects.toMatchObject({
      ledger_code: "loyalty_account_closed",
      message: `Loyalty account ${old} is closed: it was merged into ${kept}`,
    })
    await expect(merge(old, third)).rejects.toMatchObject({ ledger_code: "loyalty_account_closed" })
    await expect(merge(kept, old)).rejects.toMatchObject({ ledger_code: "loyalty_account_closed" })
  })

  it("between wallets is refused", async () => {
    const stars = (await real.accounts.ensure("old", NOW, "stars")).id
    await expect(merge(stars)).rejects.toMatchObject({ ledger_code: "invalid_ledger_argument" })
  })

  it("is refused until an order that is being completed is done", async () => {
    await give(old, 100)
    const redemption = await cartOf(real, old, "cart")
    await real.ledger.hold(holdOf(redemption, 60), NOW)
    await expect(merge()).rejects.toMatchObject({
      ledger_code: "loyalty_points_held",
      detail: { held: 60 },
    })
    await real.ledger.capture(redemption, "order_1", "cart", NOW)
    await merge()
    expect(await accountAt(kept)).toMatchObject({ balance: 40 })
  })

  it("releases requests of open carts", async () => {
    await give(old, 100)
    const redemption = await cartOf(real, old, "cart")
    await merge()
    expect(await real.redemptions.activeOf(cartTarget("cart"))).toBeNull()
    await expect(real.ledger.hold(holdOf(redemption, 1), NOW)).rejects.toMatchObject({
      ledger_code: "wrong_redemption_status",
    })
  })

  it("leaves an account that can no longer be used", async () => {
    await merge()
    const adjust = { account_id: old, kind: "adjust" as const, points: 1 }
    const closed = { ledger_code: "loyalty_account_closed" }
    await expect(real.ledger.credit({ ...adjust, expires_at: null }, NOW)).rejects.toMatchObject(
      closed
    )
    await expect(real.ledger.debit(adjust, NOW)).rejects.toMatchObject(closed)
    const request = {
      account_id: old,
      target: cartTarget("cart"),
      customer_id: "old",
      currency_code: "pln",
    }
    expect(await real.redemptions.request({ ...request, points_requested: 1 }, NOW)).toBe(false)
  })

  describe("and settling an order of the merged account afterwards", () => {
    it("moves what it earns to the kept account, through all that was merged since", async () => {
      const last = (await real.accounts.ensure("last", NOW)).id
      await settle(old, "order_1", { earned: 100 })
      await merge(old, kept)
      await settle(old, "order_1", { earned: 150 })
      expect(await accountAt(kept)).toMatchObject({ balance: 150 })
      await merge(kept, last)
      await settle(old, "order_1", { earned: 180 })
      expect(await accountAt(last)).toMatchObject({ balance: 180 })
      expect(await accountAt(old)).toMatchObject({ balance: 0, lifetime_earned: 180 })
    })

    it("takes back what the kept account has, and carries the rest as its debt", async () => {
      await settle(old, "order_1", { earned: 100 })
      await merge()
      await real.ledger.debit({ account_id: kept, kind: "adjust", points: 70 }, NOW)
      await settle(old, "order_1", { earned: 0 })
      expect(await accountAt(kept)).toMatchObject({ balance: -70 })
    })

    it("forgives what the kept account does not have, if the rules say so", async () => {
      await settle(old, "order_1", { earned: 100 })
      await merge()
      await real.ledger.debit({ account_id: kept, kind: "adjust", points: 70 }, NOW)
      await settle(old, "order_1", { earned: 0, policy: "clamp_to_zero" })
      expect(await accountAt(kept)).toMatchObject({ balance: 0 })
      await settle(old, "order_1", { earned: 100, policy: "clamp_to_zero" })
      expect(await accountAt(kept)).toMatchObject({ balance: 30 })
    })

    it("gives spent points back with their old expiry", async () => {
      await give(old, 100, IN_APRIL)
      await settle(old, "order_1", { redeemed: 100 })
      await merge()
      await settle(old, "order_1", { redeemed: 40 })
      expect(await accountAt(kept)).toMatchObject({
        balance: 60,
        expiring: [{ points: 60, expires_at: IN_APRIL }],
      })
    })

    it("writes nothing when the kept account's customer was deleted", async () => {
      await settle(old, "order_1", { earned: 100 })
      await merge()
      await real.ledger.close(kept, NOW)
      expect(await settle(old, "order_1", { earned: 300 })).toEqual([])
    })
  })

  it("does what the model does, whatever both accounts have", async () => {
    const credit = fc.record({
      points: fc.integer({ min: 1, max: 500 }),
      expires_at: fc.constantFrom(null, IN_APRIL, IN_MAY),
      available_at: fc.constantFrom(NOW, LATER),
    })
    const wealth = fc.record({
      credits: fc.array(credit, { maxLength: 4 }),
      spent: fc.integer({ min: 0, max: 600 }),
      bought: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
    })
    let round = 0
    await fc.assert(
      fc.asyncProperty(wealth, wealth, fc.constantFrom(LATER, IN_APRIL), async (...given) => {
        const [ofOld, ofKept, now] = given
        round += 1
        const one = await makeBoth(`one ${round}`, ofOld)
        const other = await makeBoth(`other ${round}`, ofKept)
        await merge(one.id, other.id, now)
        const { source, target } = mergeModels(one.model, other.model, now)
        expect(await journalOf(real.dataSource, one.id)).toEqual(linesOf(source))
        expect(await journalOf(real.dataSource, other.id)).toEqual(linesOf(target))
        expect(await purchasesOf(one.id)).toEqual(boughtIn(source))
        expect(await purchasesOf(other.id)).toEqual(boughtIn(target))
      }),
      { numRuns: 25 }
    )
  })

  type Wealth = {
    credits: { points: number; expires_at: Date | null; available_at: Date }[]
    spent: number
    bought: number[]
  }

  /** An account in the database and in the model; what is spent beyond the credits is a debt. */
  async function makeBoth(customer: string, { credits, spent, bought }: Wealth) {
    const { id } = await real.accounts.ensure(customer, NOW)
    let model = NEW_ACCOUNT
    for (const { points, expires_at, available_at } of credits) {
      await give(id, points, expires_at, available_at)
      model = addPoints(model, points, available_at, expires_at, ENTRY)
    }
    if (spent > 0) {
      await settle(id, `order of ${id}`, { redeemed: spent })
      model = spendOnOrder(model, spent, NOW, { ...ENTRY, kind: "redeem" })
    }
    for (const [index, money] of bought.entries()) {
      const source = { type: "order", id: `purchase ${index} of ${id}` }
      const says = { spent: String(money), counted: money > 0 }
      const purchase = { ...says, purchased_at: NOW, currency_code: "pln" }
      await settle(id, source.id, { purchase })
      model = { ...model, purchases: [...model.purchases, { source, ...says }] }
    }
    return { id, model }
  }

  /** The purchases that count for an account. */
  const purchasesOf = async (id: string) => {
    const rows = await real.dataSource.query<{ id: string; spent: string; counted: number }[]>(
      `SELECT source_id AS id, spent, counted FROM loyalty_settlement
       WHERE member_no = (SELECT no FROM loyalty_account WHERE id = $1)
         AND purchased_at IS NOT NULL`,
      [id]
    )
    return rows.map((row) => `${row.id}: ${row.spent} ${row.counted}`).sort()
  }

  const boughtIn = ({ purchases }: AccountModel) =>
    purchases.map(({ source, spent, counted }) => `${source.id}: ${spent} ${+counted}`).sort()

  const linesOf = ({ transactions }: AccountModel): ReplayedTransaction[] =>
    transactions.map(({ version, kind, points, balance_after, lots }) => ({
      ...{ version, kind, points, balance_after },
      lots: [...lots],
    }))

  describe("while other things happen", () => {
    it("two merges crosswise: one wins, no point is lost", async () => {
      const rounds = times(8, async (round) => {
        const one = await shopperWith(real, `one ${round}`, 100)
        const other = await shopperWith(real, `other ${round}`, 10)
        const { answers, refusals } = await race([() => merge(one, other), () => merge(other, one)])
        expect(answers).toHaveLength(1)
        expect(refusals).toEqual({ loyalty_account_closed: 1 })
        const [first, second] = [await accountAt(one), await accountAt(other)]
        expect([first.balance, second.balance].sort()).toEqual([0, 110])
      })
      await Promise.all(rounds.map((run) => run()))
    })

    it("a circle of three merges ends in at most one account with all points", async () => {
      const accounts = await Promise.all(
        ["x", "y", "z"].map((name) => shopperWith(real, name, 100))
      )
      const [x, y, z] = accounts as [string, string, string]
      await race([() => merge(x, y), () => merge(y, z), () => merge(z, x)])
      expect(await sumOfBalances()).toBe(300)
    })

    it("debits: each is refused or counts, and the rest has moved", async () => {
      await give(old, 100)
      const spend = () => real.ledger.debit({ account_id: old, kind: "adjust", points: 5 }, NOW)
      const spends = race(times(20, spend))
      const [, { answers, refusals }] = await Promise.all([merge(), spends])
      const refused = refusals["loyalty_account_closed"] ?? 0
      expect(answers.length + refused).toBe(20)
      expect(await accountAt(kept)).toMatchObject({ balance: 100 - 5 * answers.length })
    })

    it("settlements on both accounts: all that was earned arrives", async () => {
      const { refusals } = await race([
        ...times(10, (order) => settle(old, `old ${order}`, { earned: 10 })),
        async () => {
          await merge()
          return []
        },
        ...times(10, (order) => settle(kept, `kept ${order}`, { earned: 10 })),
        ...times(10, (order) => settle(old, `late ${order}`, { earned: 10 })),
      ])
      expect(refusals).toEqual({})
      expect(await accountAt(kept)).toMatchObject({ balance: 300 })
    })
  })
})
