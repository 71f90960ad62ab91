import { placeError } from "../adjust/adjustment-error"
import { nameOf } from "../customer-name"
import { kindColor } from "../journal/kinds"
import { lotStatus } from "../lots/lot-status"
import { accountPath, pageOffsetOf } from "../journal/position"
import { worthOfPoints } from "../worth"

describe("where an error of the server is shown", () => {
  it.each([
    [{ status: 400, message: "points: expected a whole number" }, "points"],
    [{ status: 400, message: "reason: expected text" }, "reason"],
    [{ status: 400, message: "expires_at: expected a time in the future" }, "expires_on"],
    [{ status: 400, message: "Not enough points: 5 asked, 3 available" }, "points"],
    [{ status: 500, message: "An unknown error occurred." }, "root"],
    [{ message: "Failed to fetch" }, "root"],
    [{ status: 400, message: "wallet: unknown" }, "root"],
  ])("%j", (error, field) => expect(placeError(error).field).toBe(field))

  it("uses the form's own words for errors it can distinguish", () => {
    expect(placeError({ status: 422, message: "The idempotency key was used" }).key).toBe(
      "replayed"
    )
    expect(placeError({ status: 400, message: "Not enough points: 5 asked" }).key).toBe(
      "notAvailable"
    )
    expect(placeError({ status: 400, message: "points: too many" }).message).toBe("too many")
  })
})

describe("what points are worth", () => {
  const program = { currency_code: "pln", point_value: 0.01, is_enabled: true }

  it("is exact and rounded down to whole coins of each currency", () => {
    const programs = [
      program,
      { ...program, currency_code: "jpy", point_value: 0.7 },
      { ...program, currency_code: "kwd", point_value: 0.0015 },
    ]
    expect(worthOfPoints(29, programs)).toEqual([
      { currency_code: "pln", value: 0.29 },
      { currency_code: "jpy", value: 20 },
      { currency_code: "kwd", value: 0.043 },
    ])
  })

  it("leaves out disabled programs, and debts", () => {
    expect(worthOfPoints(29, [{ ...program, is_enabled: false }])).toEqual([])
    expect(worthOfPoints(-1, [program])).toEqual([])
  })
})

describe("what a lot is", () => {
  const now = new Date("2026-06-15T12:00:00Z")
  const lot = { remaining: 5, available_at: "2026-01-01T00:00:00Z", expires_at: null }

  it.each([
    [{}, "available"],
    [{ expires_at: "2026-06-15T12:00:00.001Z" }, "available"],
    [{ expires_at: "2026-06-15T12:00:00Z" }, "expired"],
    [{ available_at: "2026-06-15T12:00:01Z" }, "pending"],
    [{ remaining: 0 }, "spent"],
    [{ remaining: 0, expires_at: "2026-06-15T12:00:00Z" }, "ended"],
  ])("%j", (change, status) => expect(lotStatus({ ...lot, ...change }, now)).toBe(status))
})

describe("a transaction's position in the journal", () => {
  it.each([
    ["ltx_7_45", 45, 0],
    ["ltx_7_26", 45, 0],
    ["ltx_7_25", 45, 20],
    ["ltx_7_1", 45, 40],
    ["ltx_7_46", 45, 0],
    ["ltx_7_0", 45, 0],
    ["something", 45, 0],
  ])("%s of %i begins at %i", (id, count, offset) =>
    expect(pageOffsetOf(id, count, 20)).toBe(offset)
  )

  it("is named in the address", () => {
    expect(accountPath("lacc_1")).toBe("/loyalty/accounts/lacc_1")
    expect(accountPath("lacc_1", "ltx_7_1")).toBe("/loyalty/accounts/lacc_1?transaction=ltx_7_1")
  })
})

it("shows as much of a person's name as is known", () => {
  expect(nameOf({ first_name: "Anna", last_name: "Kowalska" })).toBe("Anna Kowalska")
  expect(nameOf({ first_name: null, last_name: "Kowalska" })).toBe("Kowalska")
  expect(nameOf({})).toBe("")
})

it("has a colour for unknown kinds", () => {
  expect(kindColor("earn")).toBe("green")
  expect(kindColor("mission_reward")).toBe("grey")
})
