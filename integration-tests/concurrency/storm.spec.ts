import fc from "fast-check"

import { cartTarget } from "../../src/domain/checkout/target"
import { newRedemptionId } from "../../src/modules/loyalty-points/ledger/ids"
import { assertLedgerCoherent, type TestLedger } from "../support/ledger"
import { applyPoints, holdOf, NOW, openRaceTrack, race, shopperWith } from "./race"

const SHOPPERS = 3
const OPERATIONS = 800
const AT_ONCE = 20
const SEED = 20260301

const operation = fc.record({
  what: fc.constantFrom("credit", "debit", "hold", "capture", "release", "refund", "settle", "due"),
  shopper: fc.nat(SHOPPERS - 1),
  cart: fc.nat(2),
  points: fc.integer({ min: 1, max: 80 }),
  later: fc.nat(2000),
  lives: fc.constantFrom(null, 300, 1500),
  key: fc.option(fc.nat(30), { freq: 3 }),
  waits: fc.boolean(),
})
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

describe("a busy day of a few shoppers", () => {
  let track: TestLedger
  beforeAll(async () => {
    track = await openRaceTrack()
  })
  afterAll(() => track?.drop())

  it("neither loses nor invents a point, whatever happens at once and however clocks differ", async () => {
    const accounts: string[] = []
    for (let i = 0; i < SHOPPERS; i++) {
      accounts.push(await shopperWith(track, `cus_${i}`, 500))
    }
    const waiting = fc.sample(operation, { numRuns: OPERATIONS, seed: SEED })
    const worker = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const one = next
        await race<unknown>([() => run(one, accounts[one.shopper]!)])
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    await settleAll(accounts)
    await assertLedgerCoherent(track.dataSource)
    const shown = await track.accounts.byIds(accounts, new Date(NOW.getTime() + 5000))
    expect(shown.every(({ available }) => available >= 0)).toBe(true)
  })

  async function run(one: Operation, account_id: string): Promise<unknown> {
    const now = new Date(NOW.getTime() + one.later)
    const { points, shopper, cart } = one
    const order = `order_${shopper}_${cart}`
    const cart_id = `cart_${shopper}_${cart}`
    const source = { type: "order", id: order }
    const keyed = one.key === null ? {} : { idempotency_key: `key_${one.key}` }
    const available_at = new Date(now.getTime() + (one.waits ? 100 : 0))
    const expires_at = one.lives === null ? null : new Date(available_at.getTime() + one.lives)
    const { ledger } = track
    switch (one.what) {
      case "credit": {
        const entry = { kind: "earn" as const, points, available_at, expires_at, source }
        return ledger.credit({ account_id, ...entry, ...keyed }, now)
      }
      case "debit":
        return ledger.debit({ account_id, kind: "adjust", points, ...keyed }, now)
      case "hold": {
        if (!(await track.redemptions.activeOf(cartTarget(cart_id)))) {
          await applyPoints(track, account_id, cart_id)
        }
        const id = await redemptionOf(cart_id)
        return ledger.hold(holdOf(id, points, `attempt_${points % 2}`), now)
      }
      case "capture":
      case "release": {
        const redemption_id = await redemptionOf(cart_id)
        return one.what === "capture"
          ? ledger.capture(redemption_id, order, "cart", now)
          : ledger.release({ redemption_id, reapply_id: newRedemptionId() }, now)
      }
      case "refund": {
        const correction = { account_id, source, points, ...keyed }
        return one.waits
          ? ledger.refund(correction, now)
          : ledger.reverse({ ...correction, policy: "allow_negative" }, now)
      }
      case "settle":
        return settle(account_id, source.id, points, points % 7, now)
      default:
        return ledger.expire(account_id, now)
    }
  }

  /** The cart's redemption, or, when another worker has ended it, one that the ledger refuses. */
  async function redemptionOf(cart_id: string): Promise<string> {
    return (await track.redemptions.activeOf(cartTarget(cart_id)))?.id ?? "lred_unknown"
  }

  async function settle(
    account_id: string,
    order: string,
    earned: number,
    redeemed: number,
    now: Date
  ) {
    const source = { type: "order", id: order }
    const { revision } = await track.ledger.settlementOf(source)
    const terms = { policy: "clamp_to_zero" as const, program: null, revision }
    const dates = { available_at: now, expires_at: null }
    const targets = { account_id, source, earned, redeemed }
    return track.ledger.settle({ ...targets, ...terms, ...dates }, now)
  }

  async function settleAll(accounts: string[]): Promise<void> {
    for (const [shopper, account] of accounts.entries()) {
      for (const cart of [0, 1, 2]) {
        await settle(account, `order_${shopper}_${cart}`, 40, 20, new Date(NOW.getTime() + 3000))
      }
    }
  }
})
