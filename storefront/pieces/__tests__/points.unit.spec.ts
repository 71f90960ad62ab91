import { defaultCurrencies } from "@medusajs/framework/utils"
import * as fc from "fast-check"
import { earnedOn as pointsOnServer } from "../../../src/domain/earning/earned"
import {
  discountFor as discountOnServer,
  fewestPointsWorth as fewestOnServer,
} from "../../../src/domain/program/points"
import { decimal } from "../../../src/domain/shared/decimal"
import { digitsOf } from "../../../src/domain/shared/currency-digits"
import { exact, minus, plus, roundTo, toNumber } from "../lib/exact"
import { discountFor, fewestPointsWorth, pointsForAmount } from "../lib/points"

const rate = () =>
  fc
    .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 8 }))
    .map(([units, decimals]) => Number(`${units}e-${decimals}`))
const points = () => fc.integer({ min: 0, max: 1_000_000_000 })
/** Small enough that their points never exceed a safe integer. */
const coins = () => fc.integer({ min: 0, max: 10_000_000 })
const digits = () => fc.constantFrom(0, 2, 3)
const amount = () =>
  fc.oneof(
    fc.integer({ min: -10_000, max: 100_000_000 }).map((coins) => coins / 100),
    fc.double({ min: 0, max: 1e7, noNaN: true })
  )
const rounding = () => fc.constantFrom("floor" as const, "round" as const, "ceil" as const)

describe("points, computed as the store computes them", () => {
  it("are worth the same discount", () => {
    fc.assert(
      fc.property(points(), rate(), digits(), (count, value, decimals) => {
        const currency = { code: "xyz", decimal_digits: decimals }
        const expected = discountOnServer(count, { point_value: String(value) }, currency)
        expect(toNumber(discountFor(count, value, decimals))).toBe(expected.toNumber())
      })
    )
  })

  it("are earned alike on an amount", () => {
    fc.assert(
      fc.property(rate(), rounding(), amount(), (perUnit, mode, spent) => {
        const expected = pointsOnServer(
          { points_per_currency_unit: String(perUnit), rounding: mode },
          decimal(spent)
        )
        const program = { points_per_currency_unit: perUnit, rounding: mode }
        expect(pointsForAmount(program, exact(spent))).toBe(expected)
      })
    )
  })

  it("are the fewest for a discount", () => {
    fc.assert(
      fc.property(coins(), rate(), digits(), (count, value, decimals) => {
        const discount = { units: BigInt(count), scale: decimals }
        const expected = fewestOnServer(decimal(count).shiftedBy(-decimals), {
          point_value: String(value),
        })
        expect(fewestPointsWorth(discount, value)).toBe(expected)
      })
    )
  })

  it("are worth nothing while they are owed", () => {
    expect(toNumber(discountFor(-100, 0.01, 2))).toBe(0)
  })
})

describe("exact numbers", () => {
  it("show no binary fractions", () => {
    expect(toNumber(plus(exact(0.1), exact(0.2)))).toBe(0.3)
    expect(toNumber(minus(exact(450), exact(449.99)))).toBe(0.01)
    expect(toNumber(exact(1e-7))).toBe(1e-7)
    expect(toNumber(exact("1e21"))).toBe(1e21)
  })

  it("convert back to what they were parsed from", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toNumber(exact(value))).toBe(value + 0)
      })
    )
  })

  it("round halves away from zero, and down and up towards the infinities", () => {
    const rounded = (value: number) =>
      (["floor", "round", "ceil"] as const).map((mode) => toNumber(roundTo(exact(value), 0, mode)))
    expect(rounded(2.5)).toEqual([2, 3, 3])
    expect(rounded(-2.5)).toEqual([-3, -3, -2])
    expect(rounded(2.4)).toEqual([2, 2, 3])
  })

  it("refuse what is not a number", () => {
    expect(() => exact(NaN)).toThrow(RangeError)
    expect(() => exact(Infinity)).toThrow(RangeError)
    expect(() => exact("")).toThrow(RangeError)
  })
})

it("counts the decimals of every currency as the store does", () => {
  const wrong = Object.entries(defaultCurrencies).filter(
    ([code, { decimal_digits }]) => digitsOf(code) !== decimal_digits
  )
  expect(wrong).toEqual([])
})
