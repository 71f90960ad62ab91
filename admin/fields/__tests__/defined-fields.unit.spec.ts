import { z } from "@medusajs/framework/zod"
import * as formZod from "zod"

import { defineFields, publicFields, valuesOver } from "../../../src/domain/fields/define-fields"
import { documentRows } from "../../../src/domain/fields/document"
import { graphqlOf } from "../../../src/domain/fields/graphql"
import { DEFAULT_RULES, RULES } from "../../../src/domain/program/rules"
import { jsonFields } from "../../../src/modules/loyalty-points/query/json-fields"
import { answersOf, checksOf } from "../../../src/validation/defined-fields"
import { formShape } from "../schema"
import { changedCodes, valuesAsTyped } from "../values"

/** Fields that are not part of the plugin. */
const SAMPLE = defineFields({
  deposit: {
    group: "money",
    kind: "decimal",
    unit: "money",
    bounds: { above: 0, max: 50, decimals: 2 },
    default: null,
    empty: "none",
    description: "Paid back with the jar.",
  },
  opens_on: {
    group: "time",
    kind: "day_of_year",
    default: "03-21",
    isInternal: true,
    description: "When the season opens.",
  },
})

const context = { language: "pl", explain: ({ code }: { code: string }) => code }

/** The problems, by field. */
function problems(result: { success: boolean; error?: { issues: { message: string }[] } }) {
  return result.error?.issues.map(({ message }) => message) ?? []
}

describe("two defined fields", () => {
  it("have defaults, also for values stored before one of them existed", () => {
    expect(SAMPLE.defaults).toEqual({ deposit: null, opens_on: "03-21" })
    expect(valuesOver(SAMPLE, { deposit: "1.50", colour: "red" } as object)).toEqual({
      deposit: "1.50",
      opens_on: "03-21",
    })
    expect(valuesOver(SAMPLE, { deposit: null, opens_on: "12-31" })).toEqual({
      deposit: null,
      opens_on: "12-31",
    })
  })

  it("are validated in a request", () => {
    const body = z.strictObject(checksOf(SAMPLE))
    expect(body.parse({ deposit: 1.5, opens_on: "02-29" })).toEqual({
      deposit: "1.5",
      opens_on: "02-29",
    })
    expect(body.parse({ deposit: null })).toEqual({ deposit: null })
    expect(problems(body.safeParse({ deposit: "0.001", opens_on: "02-30" }))).toEqual([
      'deposit: expected a number or decimal string above 0 and up to 50 with at most 2 decimals, got "0.001"',
      "opens_on: expected a day of the year as MM-DD, such as 12-31",
    ])
    expect(problems(body.safeParse({ opens_on: null }))).toHaveLength(1)
  })

  it("have an answer schema, for merchants and for shoppers", () => {
    const answer = z.strictObject(answersOf(SAMPLE))
    expect(answer.parse({ deposit: 1.5, opens_on: "03-21" })).toBeTruthy()
    expect(answer.safeParse({ deposit: "1.5", opens_on: "03-21" }).success).toBe(false)
    expect(z.toJSONSchema(answer).properties?.opens_on).toMatchObject({
      type: "string",
      description: "When the season opens.",
    })
    expect(Object.keys(answersOf(publicFields(SAMPLE)))).toEqual(["deposit"])
  })

  it("have a form", () => {
    const form = formZod.object(formShape(SAMPLE.definitions, context))
    const typed = valuesAsTyped(SAMPLE.definitions, { deposit: 1.5, opens_on: "03-21" }, "pl")
    expect(typed).toEqual({ deposit: "1,5", opens_on: "03-21" })
    expect(form.parse(typed)).toEqual({ deposit: "1.5", opens_on: "03-21" })
    expect(form.parse({ ...typed, deposit: "" })).toMatchObject({ deposit: null })
    expect(problems(form.safeParse({ deposit: "0,125", opens_on: "" }))).toEqual([
      "too_many_decimals",
      "no_day",
    ])
    const before = { deposit: 1.5, opens_on: "03-21" }
    expect(changedCodes(SAMPLE.definitions, before, { ...before, deposit: "1.50" })).toEqual([])
    expect(changedCodes(SAMPLE.definitions, before, { ...before, opens_on: "12-31" })).toEqual([
      "opens_on",
    ])
  })

  it("are fields in GraphQL and in Query", () => {
    expect(graphqlOf(SAMPLE)).toBe("    deposit: String\n    opens_on: String!")
    expect(jsonFields("s.values", SAMPLE)).toEqual({
      deposit: "(s.values->>'deposit')::numeric",
      opens_on: "(s.values->>'opens_on')",
    })
  })

  it("have rows in the documentation", () => {
    expect(documentRows(SAMPLE)).toEqual([
      [
        "`deposit`",
        "number or decimal string above 0 and up to 50, at most 2 decimals, or null",
        "`null`",
        "Paid back with the jar.",
      ],
      ["`opens_on`", "day of the year, `MM-DD`", '`"03-21"`', "When the season opens."],
    ])
  })
})

it("the defaults of all rules are values that the rules allow", () => {
  expect(z.strictObject(checksOf(RULES)).parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES)
})
