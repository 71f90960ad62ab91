import fc from "fast-check"

import { cartTarget } from "../../src/domain/checkout/target"
import { type AccountModel, NEW_ACCOUNT } from "../../src/domain/ledger/model-account"
import { merge as mergeModels } from "../../src/domain/ledger/model-merge"
import { addPoints } from "../../src/domain/ledger/model-points"
import type { Purchase } from "../../src/modules/loyalty-points/ledger/types"
import { cartOf, holdOf, openRaceTrack, race, times } from "../concurrency/race"
import { assertLedgerCoherent, journalOf, type TestLedger } from "../support/ledger"

const NOW = new Date("2026-03-02T12:00:00Z")
const IN_APRIL = new Date("2026-04-10T00:00:00Z")
const ORDER = { type: "order", id: "order_1" }
const ENTRY = { kind: "adjust", source: null, key: null, request: "" }

describe("customers with two wallets", () => {
  let real: TestLedger
  beforeAll(async () => {
    real = await openRaceTrack()
  })
  afterEach(async () => {
    await assertLedgerCoherent(real.dataSource)
    await real.empty()
  })
  afterAll(() => real?.drop())

  type Wallets = { points: string; stars: string }

  /** A customer with points and stars that expire in April. */
  async function customerWith(name: string, points: number, stars: number): Promise<Wallets> {
    const ids = { points: await idOf(name), stars: await idOf(name, "stars") }
    await give(ids.points, points)
    await give(ids.stars, stars)
    return ids
  }

  const idOf = async (name: string, wallet?: string) =>
    (await real.accounts.ensure(name, NOW, wallet)).id

  async function give(account_id: string, points: number): Promise<void> {
    if (points > 0) {
      const gift = { kind: "adjust" as const, points, expires_at: IN_APRIL }
      await real.ledger.credit({ account_id, ...gift }, NOW)
    }
  }

  const merge = (account_id: string, into_account_id: string) =>
    real.ledger.merge({ account_id, into_account_id, reason: "One person" }, NOW)
  const accountAt = async (id: string) => (await real.accounts.byId(id, NOW))!
  const balances = async ({ points, stars }: Wallets) => [
    (await accountAt(points)).balance,
    (await accountAt(stars)).balance,
  ]

  async function settle(account_id: string, wallet: string, earned: number, redeemed = 0) {
    const { revision } = await real.ledger.settlementOf(ORDER, wallet)
    const terms = { policy: "allow_negative" as const, program: null, revision }
    const dates = { available_at: NOW, expires_at: null }
    const purchase: Purchase | undefined =
      wallet === "points"
        ? { purchased_at: NOW, spent: "100", currency_code: "pln", counted: true }
        : undefined
    const targets = { account_id, source: ORDER, earned, redeemed, purchase }
    return real.ledger.settle({ ...targets, ...terms, ...dates }, NOW)
  }

  describe("merged into one", () => {
    it("keep both: each wallet's points move into the same wallet", async () => {
      const old = await customerWith("old", 100, 40)
      const kept = await customerWith("kept", 1, 2)
      const moved = await merge(old.points, kept.points)
      expect(moved.map(({ account_id, points }) => [account_id, points])).toEqual([
        [old.points, -100],
        [kept.points, 100],
        [old.stars, -40],
        [kept.stars, 40],
      ])
      expect(await balances(old)).toEqual([0, 0])
      expect(await balances(kept)).toEqual([101, 42])
      expect(await accountAt(old.stars)).toMatchObject({ closed_at: NOW, merged_into: kept.stars })
    })

    it("whichever wallet is named", async () => {
      const old = await customerWith("old", 100, 40)
      const kept = await customerWith("kept", 0, 0)
      await merge(old.stars, kept.stars)
      expect(await balances(kept)).toEqual([100, 40])
    })

    it("open a missing wallet, but none that neither has", async () => {
      const old = await customerWith("old", 100, 40)
      const kept = await idOf("kept")
      await merge(old.points, kept)
      const stars = await real.accounts.ofCustomer("kept", NOW, "stars")
      expect(stars).toMatchObject({ balance: 40 })
      const [row] = await real.dataSource.query(`SELECT count(*)::int FROM loyalty_account`)
      expect(row).toEqual({ count: 4 })
    })

    it("leave a wallet alone that only the kept customer has", async () => {
      const old = await idOf("old")
      const kept = await customerWith("kept", 1, 40)
      await merge(old, kept.points)
      expect(await balances(kept)).toEqual([1, 40])
    })

    it("are refused as a whole while points of one wallet are held", async () => {
      const old = await customerWith("old", 100, 40)
      const kept = await customerWith("kept", 0, 0)
      const cart = cartTarget("cart")
      const request = { account_id: old.stars, target: cart, customer_id: "old" }
      const asked = { ...request, currency_code: "pln", points_requested: 5 }
      await real.redemptions.request(asked, NOW)
      const { id } = (await real.redemptions.activeOf(cart, "stars"))!
      await real.ledger.hold(holdOf(id, 5), NOW)
      await expect(merge(old.points, kept.points)).rejects.toMatchObject({
        ledger_code: "loyalty_points_held",
      })
      expect(await balances(old)).toEqual([100, 40])
      expect(await accountAt(old.points)).toMatchObject({ closed_at: null })
    })

    it("release requests of open carts, in both wallets", async () => {
      const old = await customerWith("old", 100, 40)
      const kept = await customerWith("kept", 0, 0)
      await cartOf(real, old.points, "cart")
      const asked = { customer_id: "old", currency_code: "pln", points_requested: 5 }
      const target = cartTarget("cart")
      await real.redemptions.request({ ...asked, account_id: old.stars, target }, NOW)
      await merge(old.points, kept.points)
      expect(await real.redemptions.activeOf(target)).toBeNull()
      expect(await real.redemptions.activeOf(target, "stars")).toBeNull()
    })

    it("merged again, return what moved, and move what was opened since", async () => {
      const old = await idOf("old")
      await give(old, 100)
      const kept = await idOf("kept")
      const first = await merge(old, kept)
      const stars = await idOf("old", "stars")
      await give(stars, 40)
      const again = await merge(old, kept)
      expect(again).toEqual(expect.arrayContaining(first))
      expect(await real.accounts.ofCustomer("kept", NOW, "stars")).toMatchObject({ balance: 40 })
      expect(await merge(old, kept)).toEqual(again)
    })

    it("move on what settlements write later, wallet by wallet", async () => {
      const old = await customerWith("old", 0, 40)
      const kept = await customerWith("kept", 0, 0)
      await settle(old.points, "points", 10)
      await settle(old.stars, "stars", 0, 30)
      await merge(old.points, kept.points)
      await settle(old.points, "points", 25)
      await settle(old.stars, "stars", 0, 12)
      expect(await balances(kept)).toEqual([25, 28])
      expect(await balances(old)).toEqual([0, 0])
    })

    it("do what the model does in each wallet, whatever they have", async () => {
      const credits = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 3 })
      const wealth = fc.record({ points: credits, stars: credits })
      let round = 0
      await fc.assert(
        fc.asyncProperty(wealth, wealth, async (ofOld, ofKept) => {
          round += 1
          const [old, kept] = [
            await both(`old ${round}`, ofOld),
            await both(`kept ${round}`, ofKept),
          ]
          await merge(old.points.id, kept.points.id)
          for (const wallet of ["points", "stars"] as const) {
            const merged = mergeModels(old[wallet].model, kept[wallet].model, NOW)
            expect(await journalOf(real.dataSource, old[wallet].id)).toEqual(linesOf(merged.source))
            expect(await journalOf(real.dataSource, kept[wallet].id)).toEqual(
              linesOf(merged.target)
            )
          }
        }),
        { numRuns: 15 }
      )
    })

    const linesOf = ({ transactions }: AccountModel) =>
      transactions.map(({ version, kind, points, balance_after, lots }) => ({
        ...{ version, kind, points, balance_after },
        lots: [...lots],
      }))

    async function both(name: string, wealth: { points: number[]; stars: number[] }) {
      const walletOf = async (wallet: "points" | "stars") => {
        const id = await idOf(name, wallet)
        let model = NEW_ACCOUNT
        for (const points of wealth[wallet]) {
          await give(id, points)
          model = addPoints(model, points, NOW, IN_APRIL, ENTRY)
        }
        return { id, model }
      }
      return { points: await walletOf("points"), stars: await walletOf("stars") }
    }

    it("crosswise at once, named by different wallets: one wins, no point is lost", async () => {
      const rounds = times(8, async (round) => {
        const one = await customerWith(`one ${round}`, 100, 10)
        const other = await customerWith(`other ${round}`, 5, 50)
        const { answers, refusals } = await race([
          () => merge(one.points, other.points),
          () => merge(other.stars, one.stars),
        ])
        expect(answers).toHaveLength(1)
        expect(refusals).toEqual({ loyalty_account_closed: 1 })
        const [first, second] = [await balances(one), await balances(other)]
        expect([first, second]).toContainEqual([105, 60])
        expect([first, second]).toContainEqual([0, 0])
      })
      await Promise.all(rounds.map((run) => run()))
    })
  })

  describe("with an order that moves points of both", () => {
    it("have a settlement of it in each wallet, which do not mix", async () => {
      const { points, stars } = await customerWith("cus", 0, 40)
      await settle(points, "points", 300)
      await settle(stars, "stars", 0, 30)
      expect(await balances({ points, stars })).toEqual([300, 10])
      await settle(stars, "stars", 0, 15)
      await settle(points, "points", 150)
      expect(await balances({ points, stars })).toEqual([150, 25])
      const inStars = await real.accounts.transactionsOfSource(ORDER, "stars")
      expect(inStars.map(({ kind, points: moved }) => [kind, moved])).toEqual([
        ["redeem", -30],
        ["redeem_refund", 15],
      ])
      const counted = await real.dataSource.query(
        `SELECT wallet, spent::int, counted FROM loyalty_settlement ORDER BY wallet`
      )
      expect(counted).toEqual([
        { wallet: "points", spent: 100, counted: 1 },
        { wallet: "stars", spent: 0, counted: 0 },
      ])
    })

    it("settle it once in each, however many events come at once", async () => {
      const { points, stars } = await customerWith("cus", 0, 40)
      const { answers, refusals } = await race([
        ...times(5, () => settle(points, "points", 300)),
        ...times(5, () => settle(stars, "stars", 0, 30)),
      ])
      expect(answers.filter((written) => written.length > 0)).toHaveLength(2)
      expect(Object.keys(refusals).filter((code) => code !== "settlement_outdated")).toEqual([])
      expect(await balances({ points, stars })).toEqual([300, 10])
    })
  })

  it("lose one wallet when that is closed, and keep the other", async () => {
    const { points, stars } = await customerWith("cus", 100, 40)
    await real.ledger.close(stars, NOW)
    expect(await balances({ points, stars })).toEqual([100, 0])
    expect(await accountAt(stars)).toMatchObject({ customer_id: `deleted_${stars}` })
    expect(await accountAt(points)).toMatchObject({ customer_id: "cus", closed_at: null })
  })
})
