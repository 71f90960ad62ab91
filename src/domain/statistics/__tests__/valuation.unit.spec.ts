import fc from "fast-check"

import { discountFor } from "../../program/points"
import { sumDecimals, toNumber } from "../../shared/decimal"
import { valuedBy, valuesOf, type ValuedProgram } from "../valuation"

const program = (code: string, is_enabled = true, point_value = "0.01"): ValuedProgram => ({
  currency: { code, decimal_digits: 2 },
  rules: { point_value },
  is_enabled,
})

describe("the program that values points", () => {
  const [pln, eur, usd] = [program("pln"), program("eur"), program("usd", false)] as const

  it.each([
    ["their own", "pln", [pln, eur], null, "pln"],
    ["their own, also when it is switched off", "usd", [pln, usd], "pln", "usd"],
    ["the only one, for points of no currency", null, [pln], null, "pln"],
    ["the only one that is switched on", null, [pln, usd], "usd", "pln"],
    ["the only one, for points whose program was deleted", "eur", [pln], null, "pln"],
    ["that of the store's currency, of several", null, [pln, eur], "eur", "eur"],
    ["none, when several could be meant", null, [pln, eur], "usd", undefined],
    ["none, when none is switched on", null, [usd], "usd", undefined],
    ["none, without programs", "pln", [], "pln", undefined],
  ])("is %s", (_, code, programs, defaultCode, expected) => {
    expect(valuedBy(code, programs, defaultCode)?.currency.code).toBe(expected)
  })
})

describe("what parts of points are worth", () => {
  it("is what each adds to those before it, in whole coins", () => {
    const values = valuesOf([1, 1, 1, 0, 1], program("pln", true, "0.004"))
    expect(values.map(toNumber)).toEqual([0, 0, 0.01, 0, 0])
  })

  it("sums to what all of them are worth, and is never below 0", () => {
    const anyValue = fc.integer({ min: 1, max: 99_999 }).map((value) => `0.0${value}`)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000_000 })), anyValue, (parts, point_value) => {
        const { currency, rules } = program("pln", true, point_value)
        const values = valuesOf(parts, { currency, rules })
        const points = parts.reduce((sum, part) => sum + part, 0)
        expect(sumDecimals(values)).toEqual(discountFor(points, rules, currency))
        expect(values.every((value) => value.gte(0))).toBe(true)
      })
    )
  })
})
