import type { Document } from "../../document"
import type { Components } from "../../json-schema"
import { objectTables } from "../objects"
import { routeTables } from "../routes"
import { typeInWords } from "../words"

const integer = { type: "integer" }
const lotFields = {
  id: { type: "string" },
  points: { type: "integer", description: "What it was opened with." },
  expires_at: { type: ["string", "null"], format: "date-time" },
  parts: {
    type: "array",
    items: {
      type: "object",
      properties: { id: { type: "string" }, share: { ...integer, description: "In points." } },
      required: ["id", "share"],
    },
  },
}
const lot = {
  type: "object",
  description: "Points that came together.",
  properties: lotFields,
  required: ["id", "points", "expires_at"],
}
const named = {
  ...lot,
  description: "A lot and whose it is.",
  properties: { ...lotFields, owner: { type: "string", description: "A customer." } },
}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

it.each([
  [{ type: "integer" }, "whole number"],
  [{ type: ["string", "null"], format: "date-time" }, "time or null"],
  [{ type: "boolean" }, "true or false"],
  [{ type: ["string", "null"], enum: ["cart", "order", null] }, "`cart`, `order`, or null"],
  [{ type: "array", items: { type: "string" } }, "list of text"],
  [{ type: "array", items: ref("LoyaltyLot") }, "`[loyalty_lot]`"],
  [{ anyOf: [ref("LoyaltyLot"), { type: "null" }] }, "`loyalty_lot` or null"],
  [{ type: "object", properties: { a: integer, b: integer }, required: ["a"] }, "`{ a, b? }`"],
])("%j is said in words as %s", (schema, words) => {
  expect(typeInWords(schema)).toBe(words)
})

describe("the tables of objects", () => {
  const text = objectTables({ LoyaltyLot: lot, NamedLot: named } as Components)

  it("have a heading, a meaning, all fields and a row for each", () => {
    expect(text).toContain(
      [
        "### loyalty_lot\n",
        "Points that came together.\n",
        "`{ id, points, expires_at, parts? }`\n",
        "| field | type | meaning |",
        "| - | - | - |",
        "| `id` | text |  |",
        "| `points` | whole number | What it was opened with. |",
        "| `expires_at` | time or null |  |",
        "| `parts` | `[{ id, share }]` |  |",
        "| `parts[].share` | whole number | In points. |",
      ].join("\n")
    )
  })

  it("name another object in the place of all its fields", () => {
    expect(text).toContain("`{ …loyalty_lot, owner? }`")
    expect(text).toMatch(
      /### named_lot[^]*\| - \| - \| - \|\n\| `owner` \| text \| A customer\. \|$/
    )
  })
})

describe("the tables of routes", () => {
  const answer = { type: "object", properties: { loyalty_lots: { items: ref("LoyaltyLot") } } }
  const get = {
    tags: ["Store: points"],
    summary: "Read the lots",
    description: "Oldest first.",
    parameters: [
      { name: "id", in: "path" },
      { name: "wallet", in: "query" },
    ],
    responses: { 200: { content: { "application/json": { schema: answer } } } },
  }
  const document = {
    tags: [
      { name: "Store: points", description: "A shopper's points." },
      { name: "Orders", description: "Others." },
    ],
    paths: { "/store/lots/{id}": { get } },
  } as unknown as Document

  it("say what is asked, what is answered and what it does, tag by tag", () => {
    expect(routeTables(document, "/store")).toBe(
      [
        "### Points\n",
        "A shopper's points.\n",
        "| route | answer |",
        "| - | - |",
        "| GET /store/lots/:id?wallet | `{ loyalty_lots }`. Read the lots. Oldest first. |",
      ].join("\n")
    )
  })

  it("leave out routes of another place", () => {
    expect(routeTables(document, "/admin")).toBe("")
  })
})
