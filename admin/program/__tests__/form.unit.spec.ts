import { DEFAULT_RULES } from "../../../src/domain/program/rules"
import { FIELD_NAMES, fieldsOf, GROUPS } from "../fields"
import { changedFields, rulesOf, valuesOfNewProgram, valuesOfProgram } from "../form-values"
import { problemInWords } from "../problem-text"
import { type ProgramFormValues, programSchema } from "../schema"
import { fieldErrorsOf } from "../server-errors"
import { plain, PROGRAM, wordsIn } from "./worked-example"

const schemaIn = (language: "en" | "pl") =>
  programSchema({ language, explain: (problem) => problemInWords(problem, wordsIn(language)) })

function problemsOf(language: "en" | "pl", changes: Partial<ProgramFormValues>) {
  const values = { ...valuesOfProgram(PROGRAM, language), ...changes }
  const result = schemaIn(language).safeParse(values)
  const issues = result.success ? [] : result.error.issues
  return Object.fromEntries(issues.map((issue) => [issue.path.join("."), plain(issue.message)]))
}

describe("the fields of a program", () => {
  it("are each in exactly one section of the form", () => {
    expect(GROUPS.flatMap(fieldsOf).sort()).toEqual([...FIELD_NAMES].sort())
  })
})

describe("the form", () => {
  it.each(["en", "pl"] as const)(
    "takes a program and gives it back unchanged in %s",
    (language) => {
      const input = schemaIn(language).parse(valuesOfProgram(PROGRAM, language))
      expect(input).toMatchObject({
        point_value: "0.01",
        minimum_balance: 5000,
        maximum_discount: "500",
        maximum_discount_percent: null,
      })
      expect(changedFields(PROGRAM, input)).toEqual({})
    }
  )

  it("starts a new program with the API's defaults", () => {
    const input = schemaIn("pl").parse(valuesOfNewProgram("eur", "Punkty", "pl"))
    expect(input).toMatchObject({ currency_code: "eur", name: "Punkty" })
    expect(rulesOf(input)).toEqual(DEFAULT_RULES)
  })

  it("sends only what changed, removed limits as null", () => {
    const values = { point_value: "0,02", maximum_discount: "", validity_days: "" }
    const input = schemaIn("pl").parse({ ...valuesOfProgram(PROGRAM, "pl"), ...values })
    expect(changedFields(PROGRAM, input)).toEqual({
      point_value: "0.02",
      maximum_discount: null,
      validity_days: null,
    })
  })

  it("shows at each field the problem and what is allowed", () => {
    expect(
      problemsOf("en", {
        name: " ",
        point_value: "0",
        points_per_currency_unit: "ten",
        minimum_balance: "",
        maximum_discount_percent: "101",
        pending_days: "1.5",
      })
    ).toEqual({
      name: "A name is required.",
      point_value: "Allowed: more than 0, up to 100,000.",
      points_per_currency_unit:
        "This is not a number. Allowed: from 0 to 100,000, written like 1.5.",
      minimum_balance: "A number is required: from 0 to 1,000,000,000,000.",
      maximum_discount_percent: "Allowed: from 0 to 100.",
      pending_days: "Only whole numbers: from 0 to 36,500.",
    })
  })

  it("says it in Polish", () => {
    expect(problemsOf("pl", { name: "x".repeat(201), point_value: "0,123456789" })).toEqual({
      name: "Najwyżej 200 znaków.",
      point_value: "Najwyżej 8 miejsc po przecinku.",
    })
  })
})

describe("a refusal of the API", () => {
  it("is shown at the fields it names", () => {
    const message =
      "Invalid request: point_value: expected a number; validity_days: expected a whole number"
    expect(fieldErrorsOf(message)).toEqual([
      { field: "point_value", message: "expected a number" },
      { field: "validity_days", message: "expected a whole number" },
    ])
    expect(fieldErrorsOf("There is already a loyalty program")).toEqual([])
  })
})
