import fc from "fast-check"

import { TRANSACTION_KINDS } from "../../ledger/kinds"
import { type Flows, flowsOf, type Movement, netOf } from "../flows"

const NOTHING: Flows = { issued: 0, redeemed: 0, expired: 0, reversed: 0, taken: 0 }

const anyPoints = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((points) => points !== 0)
const anyKind = fc.oneof(fc.constantFrom(...TRANSACTION_KINDS), fc.string())
const anyMovements: fc.Arbitrary<Movement[]> = fc.array(
  fc.record({ kind: anyKind, points: anyPoints })
)

describe("the flows that transactions count as", () => {
  it.each<[string, number, Partial<Flows>]>([
    ["earn", 100, { issued: 100 }],
    ["bonus", 100, { issued: 100 }],
    ["adjust", 100, { issued: 100 }],
    ["adjust", -100, { taken: 100 }],
    ["bonus", -100, { taken: 100 }],
    ["redeem", -100, { redeemed: 100 }],
    ["redeem_refund", 100, { redeemed: -100 }],
    ["expire", -100, { expired: 100 }],
    ["earn_reversal", -100, { reversed: 100 }],
  ])("%s of %i", (kind, points, expected) => {
    expect(flowsOf([{ kind, points }])).toEqual({ ...NOTHING, ...expected })
  })

  it.each(["cashback", "constructor", ""])(
    "takes a kind from a later version by its sign: %s",
    (kind) => {
      expect(flowsOf([{ kind, points: 100 }])).toEqual({ ...NOTHING, issued: 100 })
      expect(flowsOf([{ kind, points: -100 }])).toEqual({ ...NOTHING, taken: 100 })
    }
  )

  it("sums up, redeemed points less those given back", () => {
    const movements = [
      { kind: "earn", points: 1_000 },
      { kind: "bonus", points: 50 },
      { kind: "redeem", points: -300 },
      { kind: "redeem_refund", points: 100 },
      { kind: "redeem_refund", points: 100 },
    ]
    expect(flowsOf(movements)).toEqual({ ...NOTHING, issued: 1_050, redeemed: 100 })
  })

  it("of a merge are neither issued nor taken: one account gets what the other gives", () => {
    const movements = [
      { kind: "merge", points: -700 },
      { kind: "merge", points: 500 },
      { kind: "merge", points: 200 },
    ]
    expect(flowsOf(movements)).toEqual(NOTHING)
  })

  it("is nothing when nothing happened", () => {
    expect(flowsOf([])).toEqual(NOTHING)
  })

  it("loses no point and counts none twice, whatever the kinds", () => {
    fc.assert(
      fc.property(anyMovements, (movements) => {
        const sum = movements.reduce((total, { points }) => total + points, 0)
        expect(netOf(flowsOf(movements))).toBe(sum)
      })
    )
  })
})
