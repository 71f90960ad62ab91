import { JPY, KWD, PLN } from "../../program/__tests__/worked-example"
import { formatMoney, formatPoints, pointsInWords, smallestCoin } from "../currency"
import { decimal } from "../decimal"

describe("money and points in words", () => {
  it.each([
    ["400", PLN, "400.00 PLN"],
    ["1500", PLN, "1,500.00 PLN"],
    ["1234567.895", PLN, "1,234,567.90 PLN"],
    ["1500", JPY, "1,500 JPY"],
    ["1.5", KWD, "1.500 KWD"],
    ["-0.001", PLN, "0.00 PLN"],
    ["-12.4", PLN, "-12.40 PLN"],
  ])("%s reads as money", (amount, currency, words) => {
    expect(formatMoney(decimal(amount), currency)).toBe(words)
  })

  it.each([
    [0, "0"],
    [999, "999"],
    [15000, "15,000"],
    [1234567, "1,234,567"],
    [-3200, "-3,200"],
  ])("%i points are written with thousands separators", (points, words) => {
    expect(formatPoints(points)).toBe(words)
  })

  it("says point for one and points for others", () => {
    expect(pointsInWords(1)).toBe("1 point")
    expect(pointsInWords(0)).toBe("0 points")
    expect(pointsInWords(15000)).toBe("15,000 points")
  })

  it("knows the smallest coin", () => {
    expect([JPY, PLN, KWD].map((currency) => smallestCoin(currency).toFixed())).toEqual([
      "1",
      "0.01",
      "0.001",
    ])
  })
})
