import { formatsOf } from "../locale"

describe("the last day of points", () => {
  const { date, lastDay } = formatsOf("en")

  it("is the day before the midnight at which they expire", () => {
    expect(lastDay(new Date(2027, 0, 1))).toBe("Dec 31, 2026")
    expect(date(new Date(2027, 0, 1))).toBe("Jan 1, 2027")
  })

  it("is the day itself at any other time", () => {
    expect(lastDay(new Date(2027, 0, 1, 12).toISOString())).toBe("Jan 1, 2027")
  })
})
