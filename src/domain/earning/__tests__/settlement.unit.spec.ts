import fc from "fast-check"

import { WORKED_EXAMPLE, workedExampleWith } from "../../program/__tests__/worked-example"
import { EARN_ON, type EarnOn } from "../../program/rules"
import { NO_FACTS } from "../item-facts"
import { decimal } from "../../shared/decimal"
import {
  type OrderState,
  plannedPoints,
  purchaseOf,
  type SettlementInput,
  type SettlementLine,
  settlementTargets,
} from "../settlement"

const PLACED: OrderState = {
  placed: true,
  completed: false,
  canceled: false,
  paid_ratio: decimal(0),
  charged_ratio: decimal(1),
}
const COMPLETED: OrderState = { ...PLACED, completed: true, paid_ratio: decimal(1) }

/** A line of one unit that was neither sent nor returned. */
function soldLine(
  id: string,
  total: string | number,
  changes: Partial<SettlementLine> = {}
): SettlementLine {
  return {
    id,
    total: decimal(total),
    subtotal: decimal(total).div("1.23"),
    earns: true,
    quantity: decimal(1),
    returned: decimal(0),
    fulfilled: decimal(0),
    delivered: decimal(0),
    points_discount: decimal(0),
    facts: NO_FACTS,
    ...changes,
  }
}

const units = (
  counts: Partial<Record<"quantity" | "returned" | "fulfilled" | "delivered", number>>
) => Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, decimal(count)]))

/** The worked example's order of 450.00 PLN, of which points paid 150.00. */
function order(changes: Partial<SettlementInput> = {}): SettlementInput {
  return {
    rules: WORKED_EXAMPLE,
    is_member: true,
    state: COMPLETED,
    lines: [soldLine("coat", 300, { points_discount: decimal(150) })],
    redeemed: { points: 15000, discount: decimal(150) },
    ...changes,
  }
}

const earned = (changes: Partial<SettlementInput> = {}) => settlementTargets(order(changes)).earned

describe("what the ledger should hold for an order", () => {
  it("is points for the money paid, and the points it was placed with", () => {
    expect(settlementTargets(order())).toEqual({ earned: 3000, redeemed: 15000 })
  })

  it("is nothing once the order is canceled", () => {
    const state = { ...COMPLETED, canceled: true }
    expect(settlementTargets(order({ state }))).toEqual({ earned: 0, redeemed: 0 })
  })

  it.each([
    ["a guest", { is_member: false }],
    ["a currency without a program", { rules: null }],
    ["a disabled program", { rules: workedExampleWith({ is_enabled: false }) }],
  ])("earns nothing for %s, and keeps redeemed points", (_, changes) => {
    expect(settlementTargets(order(changes))).toEqual({ earned: 0, redeemed: 15000 })
  })

  it("leaves gift cards out", () => {
    expect(
      earned({ lines: [soldLine("coat", 300), soldLine("gift_card", 200, { earns: false })] })
    ).toBe(3000)
  })

  it("can be counted without tax", () => {
    const rules = workedExampleWith({ earning_basis: "subtotal" })
    expect(earned({ rules, lines: [soldLine("coat", 369)] })).toBe(3000)
  })

  it("is rounded once per order, not per line", () => {
    const rules = workedExampleWith({ points_per_currency_unit: "1" })
    expect(earned({ rules, lines: [soldLine("tea", "0.60"), soldLine("cup", "0.60")] })).toBe(1)
  })

  it("is never negative, even for a line that an order edit made negative", () => {
    expect(earned({ lines: [soldLine("coat", -10)] })).toBe(0)
    expect(earned({ lines: [soldLine("coat", -10), soldLine("hat", 30)] })).toBe(300)
  })
})

describe("the moment points are earned", () => {
  const at = (earn_on: EarnOn, state: OrderState) =>
    earned({ rules: workedExampleWith({ earn_on }), state })

  it("is completion or placement, as the merchant chose", () => {
    expect(at("order_completed", PLACED)).toBe(0)
    expect(at("order_completed", COMPLETED)).toBe(3000)
    expect(at("order_placed", { ...PLACED, placed: false })).toBe(0)
    expect(at("order_placed", PLACED)).toBe(3000)
  })

  it.each([
    ["0", 0],
    ["0.5", 1500],
    [decimal(1).div(3).toFixed(), 1000],
    ["1", 3000],
    ["1.2", 3000],
  ])("is capture, in proportion: %s of the total", (ratio, points) => {
    expect(at("payment_captured", { ...PLACED, paid_ratio: decimal(ratio) })).toBe(points)
  })

  const stepsOf = (earn_on: EarnOn, counts: Parameters<typeof units>[0], total: number) =>
    earned({
      rules: workedExampleWith({ earn_on }),
      state: PLACED,
      lines: [soldLine("towel", total, units({ quantity: 3, ...counts }))],
    })

  it.each([
    ["none yet", {}, 300, 0],
    ["one of three", { fulfilled: 1 }, 300, 1000],
    ["all", { fulfilled: 3 }, 300, 3000],
    ["two, of which one came back", { fulfilled: 2, returned: 1 }, 200, 1000],
    ["all, and all came back", { fulfilled: 3, returned: 3 }, 0, 0],
  ])("is fulfilment, unit by unit: %s", (_, counts, total, points) => {
    expect(stepsOf("order_fulfilled", counts, total)).toBe(points)
  })

  it("is delivery, unit by unit, whatever was only sent", () => {
    expect(stepsOf("order_delivered", { fulfilled: 3 }, 300)).toBe(0)
    expect(stepsOf("order_delivered", { fulfilled: 3, delivered: 2 }, 300)).toBe(2000)
  })

  it("counts money refunded without a return as not paid", () => {
    const state = { ...COMPLETED, charged_ratio: decimal("0.9") }
    expect(earned({ state })).toBe(2700)
  })

  it("never earns more for less captured money", () => {
    const anyRatio = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        const after = (share: number) =>
          at("payment_captured", { ...PLACED, paid_ratio: decimal(share).div(1000) })
        expect(after(Math.min(a, b))).toBeLessThanOrEqual(after(Math.max(a, b)))
      })
    )
  })
})

describe("what an order will have earned when everything goes as planned", () => {
  const planned = (changes: Partial<SettlementInput> = {}) => plannedPoints(order(changes))
  const withEarnOn = (earn_on: EarnOn) => workedExampleWith({ earn_on })

  it.each<[EarnOn, OrderState]>([
    ["order_placed", PLACED],
    ["order_completed", PLACED],
    ["order_completed", COMPLETED],
    ["payment_captured", PLACED],
    ["payment_captured", { ...PLACED, paid_ratio: decimal("0.4") }],
    ["payment_captured", COMPLETED],
    ["order_fulfilled", PLACED],
    ["order_delivered", PLACED],
  ])("is the same before and after, for %s", (earn_on, state) => {
    expect(planned({ rules: withEarnOn(earn_on), state })).toBe(3000)
  })

  it.each<[string, Partial<SettlementInput>]>([
    ["a canceled order", { state: { ...PLACED, canceled: true } }],
    ["a guest", { is_member: false, state: PLACED }],
    ["a currency without a program", { rules: null, state: PLACED }],
    ["a disabled program", { rules: workedExampleWith({ is_enabled: false }), state: PLACED }],
  ])("is nothing for %s", (_, changes) => {
    expect(planned(changes)).toBe(0)
  })

  it("is never less than what was earned so far", () => {
    const anyRatio = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(anyRatio, fc.boolean(), (share, completed) => {
        const state = { ...PLACED, completed, paid_ratio: decimal(share).div(1000) }
        for (const earn_on of EARN_ON) {
          const input = order({ rules: withEarnOn(earn_on), state })
          expect(plannedPoints(input)).toBeGreaterThanOrEqual(settlementTargets(input).earned)
        }
      })
    )
  })
})

describe("an order as a purchase", () => {
  const purchase = (changes: Partial<SettlementInput> = {}) => {
    const { spent, counted } = purchaseOf(order(changes))
    return [spent.toFixed(), counted]
  }

  it("counts, with the money that earned", () => {
    expect(purchase()).toEqual(["300", true])
  })

  it("counts from when any of it has earned", () => {
    expect(purchase({ state: PLACED })).toEqual(["0", false])
    const rules = workedExampleWith({ earn_on: "payment_captured" })
    const half = { ...PLACED, paid_ratio: decimal("0.5") }
    expect(purchase({ rules, state: half })).toEqual(["150", true])
  })

  it("counts when points paid all of it", () => {
    expect(purchase({ lines: [soldLine("coat", 0)] })).toEqual(["0", true])
  })

  it("no longer counts when all of it came back, or when it was canceled", () => {
    const back = soldLine("coat", 0, units({ quantity: 1, returned: 1 }))
    expect(purchase({ lines: [back] })).toEqual(["0", false])
    expect(purchase({ state: { ...COMPLETED, canceled: true } })).toEqual(["0", false])
  })

  it("does not count without a member or an enabled program", () => {
    expect(purchase({ is_member: false })).toEqual(["0", false])
    expect(purchase({ rules: null })).toEqual(["0", false])
    expect(purchase({ rules: workedExampleWith({ is_enabled: false }) })).toEqual(["0", false])
  })

  it("leaves out what was refunded without a return", () => {
    const state = { ...COMPLETED, charged_ratio: decimal("0.9") }
    expect(purchase({ state })).toEqual(["270", true])
  })
})
