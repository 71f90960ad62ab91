import { credit, lifetimeOf, refund, reverse, settle, settlementOf } from "../model"
import type { AccountModel, Policy } from "../model"
import { replay } from "../replay"
import { accountWith, day, done, holding, last, ORDER, paying, remaining } from "./account"

const adjust = (points: number) => ({
  ...{ kind: "adjust" as const, points },
  ...{ available_at: day(2), expires_at: null },
})

describe("points given back", () => {
  const paid = paying(accountWith([100, 30], [100, 60]), 150, day(2))

  it("return to the lots they came from, the longest-lived first, with their old expiry", () => {
    const once = done(refund(paid, { source: ORDER, points: 60 }, day(3)))
    expect(remaining(once)).toEqual({ 1: 10, 2: 100 })
    expect(once.lots.map(({ expires_at }) => expires_at)).toEqual([day(30), day(60)])
    expect(remaining(done(refund(once, { source: ORDER, points: 90 }, day(3))))).toEqual({
      1: 100,
      2: 100,
    })
  })

  it("get a lot of 30 days when theirs has expired meanwhile", () => {
    const account = done(refund(paid, { source: ORDER, points: 150 }, day(31)))
    expect(remaining(account)).toEqual({ 1: 0, 2: 100, 4: 100 })
    expect(account.lots.at(-1)).toMatchObject({ available_at: day(31), expires_at: day(61) })
    expect(replay(account.transactions).problems).toEqual([])
  })

  it("are never more than were paid", () => {
    expect(refund(paid, { source: ORDER, points: 151 }, day(3))).toEqual({
      refused: "invalid_ledger_argument",
    })
    expect(lifetimeOf(paid)).toEqual({ earned: 200, redeemed: 150 })
  })
})

describe("points taken back", () => {
  const reverseAll = (account: AccountModel, policy: Policy, points = 100) =>
    reverse(account, { source: ORDER, points, policy }, day(3))

  it("come from the lots that the order opened, though others expire sooner", () => {
    const account = accountWith([50, 10], [100, null, ORDER.id])
    expect(remaining(done(reverseAll(account, "allow_negative")))).toEqual({ 1: 50, 2: 0 })
  })

  it("leave a debt when they were spent, which the next credit covers first", () => {
    const spent = paying(accountWith([100, null, ORDER.id]), 80, day(2))
    const indebted = done(reverseAll(spent, "allow_negative"))
    expect(last(indebted)).toEqual({ kind: "earn_reversal", points: -100, balance_after: -80 })
    const partly = done(credit(indebted, adjust(30), day(4)))
    expect(partly).toMatchObject({ balance: -50 })
    expect(partly.lots).toHaveLength(1)
    const covered = done(credit(partly, adjust(70), day(4)))
    expect(covered.lots.at(-1)).toMatchObject({ points: 20, remaining: 20 })
    expect(replay(covered.transactions).problems).toEqual([])
  })

  it("pay the debt first when the order's own points are given back", () => {
    const spent = paying(accountWith([100, null, ORDER.id]), 80, day(2))
    const indebted = done(reverseAll(spent, "allow_negative"))
    const returned = done(refund(indebted, { source: ORDER, points: 80 }, day(4)))
    expect(returned.balance).toBe(0)
    expect(remaining(returned)).toEqual({ 1: 0 })
  })

  it("stop at what is there besides holds if the merchant forgives the rest", () => {
    const held = holding(accountWith([100, null, ORDER.id]), 70, day(2))
    const clamped = done(reverseAll(held, "clamp_to_zero"))
    expect(last(clamped)).toMatchObject({ points: -30, balance_after: 70 })
    expect(
      reverse(clamped, { source: ORDER, points: 70, policy: "clamp_to_zero" }, day(3))
    ).toEqual({ account: clamped, result: null })
  })

  it("are never more than were earned", () => {
    expect(reverseAll(accountWith([100, null, ORDER.id]), "allow_negative", 101)).toEqual({
      refused: "invalid_ledger_argument",
    })
  })
})

describe("settling an order", () => {
  const terms = { source: ORDER, available_at: day(2), expires_at: day(100) }
  const settled = (
    account: AccountModel,
    targets: { earned: number; redeemed: number },
    policy: Policy = "allow_negative"
  ) => {
    const { revision } = settlementOf(account, ORDER)
    return done(settle(account, { ...terms, ...targets, policy, revision }, day(2)))
  }

  it("writes the difference only", () => {
    const account = settled(accountWith([60, null, ORDER.id]), { earned: 100, redeemed: 0 })
    expect(last(account)).toEqual({ kind: "earn", points: 40, balance_after: 100 })
    const again = settled(account, { earned: 100, redeemed: 0 })
    expect(again.transactions).toHaveLength(account.transactions.length)
  })

  it("gives redeemed points back and takes earned ones when the order is canceled", () => {
    const placed = settled(paying(accountWith([200, null]), 150, day(2)), {
      earned: 30,
      redeemed: 150,
    })
    const canceled = settled(placed, { earned: 0, redeemed: 0 })
    expect(canceled.balance).toBe(200)
    expect(canceled.transactions.slice(-2).map(({ kind }) => kind)).toEqual([
      "redeem_refund",
      "earn_reversal",
    ])
  })

  it("uses up forgiven points before it earns again", () => {
    const spent = paying(settled(accountWith(), { earned: 100, redeemed: 0 }), 80, day(2))
    const clamped = settled(spent, { earned: 0, redeemed: 80 }, "clamp_to_zero")
    expect(settlementOf(clamped, ORDER)).toMatchObject({ forgiven: 80, revision: 2 })
    expect(clamped.balance).toBe(0)
    const earnedAgain = settled(clamped, { earned: 90, redeemed: 80 })
    expect(last(earnedAgain)).toMatchObject({ kind: "earn", points: 10 })
    expect(settlementOf(earnedAgain, ORDER).forgiven).toBe(0)
  })

  it("gives way to a newer settlement", () => {
    const first = settled(accountWith(), { earned: 10, redeemed: 0 })
    const late = { ...terms, earned: 5, redeemed: 0, policy: "allow_negative" as const }
    expect(settle(first, { ...late, revision: 0 }, day(2))).toEqual({
      refused: "settlement_outdated",
    })
  })
})
