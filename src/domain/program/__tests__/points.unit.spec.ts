import fc from "fast-check"

import { type Decimal, decimal } from "../../shared/decimal"
import { discountFor, fewestPointsWorth, worthOf } from "../points"
import { JPY, KWD, PLN, WORKED_EXAMPLE } from "./worked-example"

const anyPoints = fc.integer({ min: 0, max: 10_000_000 })
const anyPointValue = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => decimal(digits).shiftedBy(-places).toFixed())
const anyCurrency = fc
  .integer({ min: 0, max: 4 })
  .map((decimal_digits) => ({ code: "xxx", decimal_digits }))

describe("paying with points", () => {
  it("turns 15,000 points into 150.00 PLN and back", () => {
    expect(discountFor(15000, WORKED_EXAMPLE, PLN).toFixed()).toBe("150")
    expect(fewestPointsWorth(decimal(150), WORKED_EXAMPLE)).toBe(15000)
  })

  it.each([
    [JPY, "123"],
    [PLN, "123.45"],
    [KWD, "123.456"],
  ])("pays whole coins only", (currency, money) => {
    expect(discountFor(123_456_7, { point_value: "0.0001" }, currency).toFixed()).toBe(money)
  })

  it("takes one point more when the last coin needs it", () => {
    expect(fewestPointsWorth(decimal("0.10"), { point_value: "0.03" })).toBe(4)
    expect(fewestPointsWorth(decimal("0.09"), { point_value: "0.03" })).toBe(3)
    expect(fewestPointsWorth(decimal(0), { point_value: "0.03" })).toBe(0)
  })

  it("stays exact where a rounded division would be a point off", () => {
    const value = decimal(1).shiftedBy(-30).plus(3)
    expect(fewestPointsWorth(decimal(9), { point_value: value.toFixed() })).toBe(3)
    const exact: Decimal = value.times(3)
    expect(fewestPointsWorth(exact, { point_value: value.toFixed() })).toBe(3)
    const above = exact.plus(decimal(1).shiftedBy(-60))
    expect(fewestPointsWorth(above, { point_value: value.toFixed() })).toBe(4)
  })

  it("refuses points that are worth nothing", () => {
    expect(() => fewestPointsWorth(decimal(1), { point_value: "0" })).toThrow(RangeError)
  })

  it("takes the fewest points that cover the discount", () => {
    fc.assert(
      fc.property(anyPoints, anyPointValue, anyCurrency, (points, point_value, currency) => {
        const rules = { point_value }
        const discount = discountFor(points, rules, currency)
        const fewest = fewestPointsWorth(discount, rules)
        expect(worthOf(fewest, rules).gte(discount)).toBe(true)
        expect(fewest === 0 || worthOf(fewest - 1, rules).lt(discount)).toBe(true)
        expect(fewest).toBeLessThanOrEqual(points)
        expect(discountFor(fewest, rules, currency).eq(discount)).toBe(true)
      })
    )
  })

  it("never gives less money for more points", () => {
    fc.assert(
      fc.property(anyPoints, anyPoints, anyPointValue, anyCurrency, (a, b, point_value, c) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const rules = { point_value }
        expect(discountFor(less, rules, c).lte(discountFor(more, rules, c))).toBe(true)
      })
    )
  })
})
