import fc from "fast-check"

import { type AccountModel, NEW_ACCOUNT } from "../model-account"
import { merge } from "../model-merge"
import { addPoints, availablePoints, spendOnOrder } from "../model-points"
import { replay } from "../replay"

const NOW = new Date("2026-03-02T12:00:00Z")
const day = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000)
const entry = { kind: "adjust", source: null, key: null, request: "" }

const credit = fc.record({
  points: fc.integer({ min: 1, max: 500 }),
  pending: fc.boolean(),
  lives: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
})
/** Credits, then a payment that may go beyond them: a debt. */
const anyAccount = fc
  .record({ credits: fc.array(credit, { maxLength: 5 }), spent: fc.integer({ min: 0, max: 900 }) })
  .map(({ credits, spent }) => {
    const credited = credits.reduce<AccountModel>(
      (account, { points, pending, lives }) =>
        addPoints(
          account,
          points,
          pending ? day(100) : NOW,
          lives === null ? null : day(pending ? 100 + lives : lives),
          entry
        ),
      NEW_ACCOUNT
    )
    return spent === 0 ? credited : spendOnOrder(credited, spent, NOW, entry)
  })

describe("merging two accounts of the model", () => {
  it("moves every point once, whatever both have, and both journals replay", () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, fc.integer({ min: 0, max: 120 }), (one, other, days) => {
        const now = day(days)
        const settledSum = settled(one, now) + settled(other, now)
        const { source, target } = merge(one, other, now)
        expect(source.balance).toBe(0)
        expect(source.lots.every(({ remaining }) => remaining === 0)).toBe(true)
        expect(target.balance).toBe(settledSum)
        for (const account of [source, target]) {
          const replayed = replay(account.transactions)
          expect(replayed.problems).toEqual([])
          expect(replayed.balance).toBe(account.balance)
        }
      })
    )
  })

  it("keeps expiry and the moment from which points can be spent", () => {
    const pending = addPoints(NEW_ACCOUNT, 40, day(10), day(20), entry)
    const { target } = merge(addPoints(pending, 60, NOW, day(5), entry), NEW_ACCOUNT, NOW)
    expect(target.lots).toMatchObject([
      { remaining: 60, available_at: NOW, expires_at: day(5) },
      { remaining: 40, available_at: day(10), expires_at: day(20) },
    ])
    expect(availablePoints(target, NOW)).toBe(60)
  })
})

/** The balance once what is due has expired. */
const settled = (account: AccountModel, now: Date): number =>
  account.balance -
  account.lots
    .filter(({ expires_at }) => expires_at !== null && expires_at <= now)
    .reduce((sum, { remaining }) => sum + remaining, 0)
