import fc from "fast-check"

import { PLN } from "../../program/__tests__/worked-example"
import { decimal } from "../../shared/decimal"
import { isPointsCode, pointsCode, pointsDescription } from "../adjustment-code"

describe("the code of a points adjustment", () => {
  it("reads as the number of points", () => {
    expect(pointsCode(15000)).toBe("15\u202f000\u00a0points")
    expect(pointsCode(1234567)).toBe("1\u202f234\u202f567\u00a0points")
    expect(pointsCode(999)).toBe("999\u00a0points")
    expect(pointsCode(1)).toBe("1\u00a0point")
  })

  it("is distinguished from a merchant's promotion code", () => {
    for (const code of ["PCT10", "15000 points", "15 000 points", "15,000 points", "points", ""]) {
      expect(isPointsCode(code)).toBe(false)
    }
    expect(isPointsCode("X15\u202f000\u00a0points")).toBe(false)
    expect(isPointsCode("15\u202f000\u00a0points\n")).toBe(false)
  })

  it("is recognised for any number of points", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (points) => {
        expect(isPointsCode(pointsCode(points))).toBe(true)
      })
    )
  })

  it("comes with a description of points and money", () => {
    expect(pointsDescription(15000, decimal(150), PLN)).toBe("15,000 points for 150.00 PLN off")
  })
})
