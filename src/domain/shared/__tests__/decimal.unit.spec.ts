import { BigNumber } from "bignumber.js"
import fc from "fast-check"

import {
  ceilTo,
  decimal,
  floorTo,
  minDecimal,
  roundTo,
  sumDecimals,
  toNumber,
  withoutResidue,
  ZERO,
} from "../decimal"

describe("reading a decimal", () => {
  it("takes a number as printed", () => {
    expect(decimal(0.1).plus(decimal(0.2)).toFixed()).toBe("0.3")
    expect(decimal(1e-7).toFixed()).toBe("0.0000001")
  })

  it("keeps every digit of a string", () => {
    expect(decimal("123456789012345678901234567890.123456789").toFixed()).toBe(
      "123456789012345678901234567890.123456789"
    )
  })

  it.each(["", " ", "abc", "0x10", "1_000", "1,000", "NaN", "Infinity", "1e5000", "--1", "."])(
    "refuses %j",
    (text) => {
      expect(() => decimal(text)).toThrow(RangeError)
    }
  )

  it.each([NaN, Infinity, -Infinity])("refuses the number %p", (value) => {
    expect(() => decimal(value)).toThrow(RangeError)
  })

  it("refuses a decimal that is not finite", () => {
    expect(() => decimal(new BigNumber(NaN))).toThrow(RangeError)
  })

  it("is not affected by a store's own bignumber.js settings", () => {
    const before = BigNumber.config()
    BigNumber.config({ DECIMAL_PLACES: 0, EXPONENTIAL_AT: 0 })
    expect(decimal(1).div(8).toString()).toBe("0.125")
    BigNumber.config(before as BigNumber.Config)
  })

  it("gives back any number it was read from", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toNumber(decimal(value))).toBe(value === 0 ? 0 : value)
      })
    )
  })
})

describe("rounding", () => {
  it("goes down, up, or to the nearest with halves up", () => {
    expect(floorTo(decimal("1.239"), 2).toFixed()).toBe("1.23")
    expect(ceilTo(decimal("1.231"), 2).toFixed()).toBe("1.24")
    expect(roundTo(decimal("1.235"), 2).toFixed()).toBe("1.24")
    expect(roundTo(decimal("1.234"), 2).toFixed()).toBe("1.23")
    expect(floorTo(decimal("-1.231"), 2).toFixed()).toBe("-1.24")
  })

  it("never answers with a negative zero", () => {
    expect(Object.is(toNumber(decimal("-0")), 0)).toBe(true)
  })

  it("removes division residue from a total, and nothing else", () => {
    expect(withoutResidue(decimal("399.99999999999999999999")).toFixed()).toBe("400")
    expect(withoutResidue(decimal("23.7881")).toFixed()).toBe("23.7881")
  })
})

describe("lists", () => {
  it("sums exactly, and an empty list to 0", () => {
    expect(sumDecimals([decimal("0.1"), decimal("0.2")]).toFixed()).toBe("0.3")
    expect(sumDecimals([])).toBe(ZERO)
  })

  it("finds the lowest", () => {
    expect(minDecimal(decimal(3), decimal(-1), decimal(2)).toFixed()).toBe("-1")
    expect(minDecimal(decimal(3)).toFixed()).toBe("3")
  })
})
