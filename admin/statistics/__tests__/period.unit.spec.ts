import { bucketsOf, isStill, rangeOf, readPeriod } from "../period"

const NOW = new Date("2026-03-05T23:30:00Z")

describe("a period", () => {
  it.each([
    ["7d", "2026-02-27"],
    ["30d", "2026-02-04"],
    ["90d", "2025-12-06"],
    ["12m", "2025-04-01"],
  ] as const)("of %s begins on %s and ends today", (period, from) =>
    expect(rangeOf(period, NOW)).toEqual({ from, to: "2026-03-05" })
  )

  it("is 30 days unless the address names a known one", () => {
    expect(readPeriod(null)).toBe("30d")
    expect(readPeriod("5 years")).toBe("30d")
    expect(readPeriod("12m")).toBe("12m")
  })
})

describe("what the chart shows", () => {
  const day = (date: string, issued: number) => ({ date, issued, redeemed: 1, expired: 0 })
  const series = [day("2026-01-30", 10), day("2026-01-31", 20), day("2026-02-01", 5)]

  it("is one bar per day", () => {
    expect(bucketsOf(series, "30d")).toEqual(series)
  })

  it("is the sum of each month for 12 months", () => {
    expect(bucketsOf(series, "12m")).toEqual([
      { date: "2026-01-30", issued: 30, redeemed: 2, expired: 0 },
      { date: "2026-02-01", issued: 5, redeemed: 1, expired: 0 },
    ])
  })

  it("is nothing when nothing moved", () => {
    expect(isStill(series)).toBe(false)
    expect(isStill([{ issued: 0, redeemed: 0, expired: 0 }])).toBe(true)
    expect(isStill([])).toBe(true)
  })
})
