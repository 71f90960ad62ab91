import { checkNumber, numberAsTyped, type NumberRule } from "../numbers"

const MONEY: NumberRule = { kind: "decimal", bounds: { min: 0, max: 10_000 }, isOptional: false }
const POINTS: NumberRule = { ...MONEY, kind: "whole" }
const NBSP = "\u00a0"

const code = (text: string, rule: NumberRule, language: string) => {
  const check = checkNumber(text, rule, language)
  return "problem" in check ? check.problem.code : check.value
}

describe("a typed number", () => {
  it.each([
    ["en", "1500", "1500"],
    ["en", "1,500", "1500"],
    ["en", "1,500.50", "1500.5"],
    ["en", " .5 ", "0.5"],
    ["en", "0,01", "not_a_number"],
    ["en", "15,00", "not_a_number"],
    ["pl", "0,01", "0.01"],
    ["pl", "0.01", "0.01"],
    ["pl", `1${NBSP}500,50`, "1500.5"],
    ["pl", "1 500", "1500"],
    ["pl", "1.500,50", "1500.5"],
    ["pl", "1,2,3", "not_a_number"],
    ["de", "1.500,5", "1500.5"],
    ["en", "abc", "not_a_number"],
    ["en", "1e3", "not_a_number"],
    ["en", "", "required"],
    ["en", "-1", "out_of_bounds"],
    ["en", "10000.01", "out_of_bounds"],
    ["en", "0.00000001", "0.00000001"],
    ["en", "0.000000001", "too_many_decimals"],
  ])("in %s: %j is %s", (language, text, expected) => {
    expect(code(text, MONEY, language)).toBe(expected)
  })

  it.each([
    ["en", "5,000", "5000"],
    ["en", "5000.5", "not_whole"],
    ["en", "5000.0", "not_whole"],
    ["pl", "5 000", "5000"],
    ["pl", "5.000", "not_whole"],
    ["pl", "5,5", "not_whole"],
  ])("of points in %s: %j is %s", (language, text, expected) => {
    expect(code(text, POINTS, language)).toBe(expected)
  })

  it("may be empty where that has a meaning, and must exceed an exclusive bound", () => {
    expect(code("  ", { ...MONEY, isOptional: true }, "en")).toBeNull()
    expect(code("0", { ...MONEY, bounds: { above: 0, max: 1 } }, "en")).toBe("out_of_bounds")
  })
})

it("shows a number for editing in the language's notation, never with an exponent", () => {
  expect(numberAsTyped(0.00000001, "en")).toBe("0.00000001")
  expect(numberAsTyped(1500.5, "pl")).toBe("1500,5")
  expect(numberAsTyped(null, "pl")).toBe("")
})
