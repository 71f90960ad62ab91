import { readFileSync } from "node:fs"
import path from "node:path"
import english from "../../admin/i18n/en"
import { ROOT } from "../../scripts/lib/files"
import { plainText } from "../support/docs/links"
import { tokensOf, within } from "../support/docs/markdown"
const DASHBOARD = path.join(ROOT, "node_modules/@medusajs/dashboard/src/i18n/translations/en.json")

const PAGE = "docs/quick-start-merchants.md"

/** Every text of the loyalty screens, and every text of Medusa's own. */
const texts = new Set(leavesOf(english))
const textsOfMedusa = new Set(leavesOf(JSON.parse(readFileSync(DASHBOARD, "utf8"))))

/** Words in bold on the page must appear on a screen. */
const quoted = tokensOf(path.join(ROOT, PAGE))
  .flatMap(({ token, line }) => within(token).map((inner) => ({ inner, line })))
  .filter(({ inner }) => inner.type === "strong")
  .map(({ inner, line }) => ({ words: plainText(inner), place: `${PAGE}:${line}` }))

it.each(quoted)("“$words” ($place) appears on a screen", ({ words }) => {
  expect(texts.has(words) || textsOfMedusa.has(words)).toBe(true)
})

it("quotes the screens at all", () => {
  expect(quoted.filter(({ words }) => texts.has(words)).length).toBeGreaterThan(20)
})

function leavesOf(value: unknown): string[] {
  if (typeof value === "string") {
    return [value]
  }
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(leavesOf) : []
}
