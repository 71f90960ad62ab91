import { cartTarget, draftTarget } from "../../checkout/target"
import { availablePoints, credit, debit, expire, hold, NEW_ACCOUNT, release } from "../model"
import { apply, capture, pendingPoints } from "../model"
import { replay } from "../replay"
import { accountWith, day, done, holding, last, remaining } from "./account"

const spend = (points: number, key?: string) => ({ kind: "adjust" as const, points, key })

describe("spending points", () => {
  it("takes those that expire first, then those that came first, then those that never expire", () => {
    const account = accountWith([100, null], [100, 60], [100, 30], [100, 30])
    const spent = done(debit(account, spend(250), day(2)))
    expect(remaining(spent)).toEqual({ 1: 100, 2: 50, 3: 0, 4: 0 })
    expect(last(spent)).toEqual({ kind: "adjust", points: -250, balance_after: 150 })
  })

  it("is refused for one point more than there is, and changes nothing", () => {
    expect(debit(accountWith([100, null]), spend(101), day(2))).toEqual({
      refused: "insufficient_points",
    })
  })

  it.each([0, -5])("is refused for %d points", (points) => {
    expect(debit(accountWith([100, null]), spend(points), day(2))).toEqual({
      refused: "invalid_ledger_argument",
    })
  })

  it("reaches points until the instant they expire, not at it", () => {
    const account = accountWith([100, 30])
    const justBefore = new Date(day(30).getTime() - 1)
    expect(last(done(debit(account, spend(100), justBefore))).balance_after).toBe(0)
    expect(debit(account, spend(1), day(30))).toEqual({ refused: "insufficient_points" })
  })

  it("writes the expiry before its own transaction", () => {
    const account = done(debit(accountWith([100, 30], [50, null]), spend(20), day(30)))
    expect(account.transactions.map(({ kind, points }) => [kind, points])).toEqual([
      ["earn", 100],
      ["earn", 50],
      ["expire", -100],
      ["adjust", -20],
    ])
    expect(replay(account.transactions).problems).toEqual([])
  })
})

describe("points that cannot be spent yet", () => {
  const dates = { available_at: day(10), expires_at: day(100) }
  const account = done(credit(NEW_ACCOUNT, { kind: "earn", points: 100, ...dates }, day(1)))

  it("are in the balance, pending and not available", () => {
    expect(account.balance).toBe(100)
    expect(pendingPoints(account, day(9))).toBe(100)
    expect(availablePoints(account, day(9))).toBe(0)
  })

  it("can be spent from the instant they become available", () => {
    expect(availablePoints(account, day(10))).toBe(100)
    expect(remaining(done(debit(account, spend(100), day(10))))).toEqual({ 1: 0 })
  })

  it("cannot be credited so that they expire before they can be spent", () => {
    const wrong = { available_at: day(10), expires_at: day(10) }
    expect(credit(NEW_ACCOUNT, { kind: "earn", points: 1, ...wrong }, day(1))).toEqual({
      refused: "invalid_ledger_argument",
    })
  })
})

describe("points held for a cart", () => {
  it("are not available to another cart", () => {
    const account = holding(accountWith([100, null]), 70, day(2))
    expect(availablePoints(account, day(2))).toBe(30)
    const other = apply(account, "other", cartTarget("other"))
    expect(hold(other, { id: "other", attempt: "first", points: 31 }, day(2))).toEqual({
      refused: "insufficient_points",
    })
  })

  it("do not expire while they are held; the rest of their lot does", () => {
    const account = expire(holding(accountWith([100, 30], [50, null]), 60, day(2)), day(31))
    expect(remaining(account)).toEqual({ 1: 60, 2: 50 })
    expect(last(account)).toEqual({ kind: "expire", points: -40, balance_after: 110 })
    expect(availablePoints(account, day(31))).toBe(50)
  })

  it("are spent although they expired meanwhile", () => {
    const held = expire(holding(accountWith([100, 30], [50, null]), 60, day(2)), day(31))
    const captured = done(capture(held, { id: "cart", order_id: "order_1" }, day(31)))
    expect(remaining(captured)).toEqual({ 1: 0, 2: 50 })
    expect(captured.held).toBe(0)
  })

  it("expire once they are released too late", () => {
    const released = done(release(holding(accountWith([100, 30]), 60, day(2)), { id: "cart" }))
    expect(availablePoints(released, day(31))).toBe(0)
    expect(last(expire(released, day(31)))).toMatchObject({ points: -100 })
  })

  it("are taken over by the next attempt, and then the first attempt releases nothing", () => {
    const account = holding(accountWith([100, null]), 70, day(2))
    const again = done(hold(account, { id: "cart", attempt: "second", points: 80 }, day(2)))
    expect(again.held).toBe(80)
    expect(release(again, { id: "cart", attempt: "first" })).toMatchObject({ result: "held" })
    const released = done(release(again, { id: "cart", attempt: "second", reapply_id: "next" }))
    expect(released.held).toBe(0)
    expect(released.redemptions.map(({ id, status }) => [id, status])).toEqual([
      ["cart", "released"],
      ["next", "requested"],
    ])
  })

  it("include those of lines that are paid by the unit", () => {
    const account = apply(accountWith([100, null]), "draft", draftTarget("order_1"))
    const lines = [
      { line_id: "item_1", points_per_unit: 20, units: 3 },
      { line_id: "item_2", points_per_unit: 5, units: 1 },
    ]
    const ask = { id: "draft", attempt: null, lines }
    expect(hold(account, { ...ask, points: 64 }, day(2))).toEqual({
      refused: "invalid_ledger_argument",
    })
    const held = done(hold(account, { ...ask, points: 65 }, day(2)))
    expect(held.held).toBe(65)
    const again = done(release(held, { id: "draft", reapply_id: "next" })).redemptions.at(-1)
    expect(again).toMatchObject({ target: draftTarget("order_1"), lines: null, points: 0 })
  })

  it("are spent once: the same order gets the same answer, another one is refused", () => {
    const order = { id: "cart", order_id: "order_1" }
    const captured = done(capture(holding(accountWith([100, null]), 70, day(2)), order, day(2)))
    expect(capture(captured, order, day(3))).toMatchObject({ result: { is_new: false } })
    expect(capture(captured, { ...order, order_id: "order_2" }, day(3))).toEqual({
      refused: "wrong_redemption_status",
    })
    expect(release(captured, { id: "cart" })).toMatchObject({ result: "captured" })
  })
})

describe("an idempotency key", () => {
  it("returns the first result again, even when the points are gone by then", () => {
    const once = done(debit(accountWith([100, null]), spend(100, "key"), day(2)))
    expect(debit(once, spend(100, "key"), day(3))).toEqual({
      account: once,
      result: { transaction: once.transactions.at(-1), is_new: false },
    })
  })

  it("is refused for another amount or another operation", () => {
    const once = done(debit(accountWith([100, null]), spend(10, "key"), day(2)))
    const credited = { available_at: day(2), expires_at: null, ...spend(10, "key") }
    expect(debit(once, spend(11, "key"), day(2))).toEqual({ refused: "idempotency_key_reused" })
    expect(credit(once, credited, day(2))).toEqual({ refused: "idempotency_key_reused" })
  })
})
