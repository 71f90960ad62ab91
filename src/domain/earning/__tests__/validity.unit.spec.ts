import { lotDates } from "../validity"

const EARNED_AT = new Date("2025-03-01T12:00:00.000Z")

describe("how long earned points live", () => {
  it("is 365 days from the moment they are earned in the worked example", () => {
    expect(lotDates({ pending_days: 0, validity_days: 365 }, EARNED_AT)).toEqual({
      available_at: EARNED_AT,
      expires_at: new Date("2026-03-01T12:00:00.000Z"),
    })
  })

  it("starts when they become spendable", () => {
    expect(lotDates({ pending_days: 14, validity_days: 1 }, EARNED_AT)).toEqual({
      available_at: new Date("2025-03-15T12:00:00.000Z"),
      expires_at: new Date("2025-03-16T12:00:00.000Z"),
    })
  })

  it("can be for ever", () => {
    expect(lotDates({ pending_days: 0, validity_days: null }, EARNED_AT).expires_at).toBeNull()
  })

  it("counts days of 24 hours, whatever clocks do in spring and in leap years", () => {
    const leap = new Date("2024-02-28T23:30:00.000Z")
    expect(lotDates({ pending_days: 0, validity_days: 2 }, leap).expires_at).toEqual(
      new Date("2024-03-01T23:30:00.000Z")
    )
  })

  it("does not touch the date it was given", () => {
    const date = new Date(EARNED_AT)
    lotDates({ pending_days: 3, validity_days: 3 }, date)
    expect(date).toEqual(EARNED_AT)
  })
})
