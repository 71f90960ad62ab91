import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { blocksIn, placeOf } from "../support/docs/pages"

/** Each language of a code block, and what checks it. */
const CHECKED: Record<string, string> = {
  bash: "commands.unit.spec.ts; curl commands: ../http/docs.spec.ts",
  css: "here",
  json: "here",
  mermaid: "here: its shape, not Mermaid's own parser",
  sql: "../http/docs.spec.ts, on the database of a store",
  ts: "snippets.unit.spec.ts, or ../nextjs when the block names its file",
  tsx: "snippets.unit.spec.ts, or ../nextjs when the block names its file",
}

it("knows the language of each code block", () => {
  const unknown = blocksIn()
    .filter(({ language }) => !(language in CHECKED))
    .map((block) => `${placeOf(block)} is “${block.language}”: name a language that a test checks`)
  expect(unknown).toEqual([])
})

const styles = readFileSync(path.join(ROOT, "storefront/pieces/styles.css"), "utf8")

it.each(blocksIn("css").map((block) => [placeOf(block), block.text]))(
  "%s sets variables that the style sheet reads",
  (_, text) => {
    const names = text.match(/--[\w-]+(?=:)/g) ?? []
    expect(names).not.toEqual([])
    expect(names.filter((name) => !styles.includes(`var(${name}`))).toEqual([])
  }
)

const json = blocksIn("json").map((block) => [placeOf(block), block.text])

if (json.length > 0) {
  it.each(json)("%s is JSON", (_, text) => {
    expect(JSON.parse(text as string)).toBeDefined()
  })
}

it.each(blocksIn("mermaid").map((block) => [placeOf(block), block.text]))(
  "%s is a flowchart whose groups end and whose brackets close",
  (_, text) => {
    const [kind = "", ...lines] = text.split("\n").map((line) => line.trim())
    expect(kind).toMatch(/^flowchart (LR|RL|TB|TD|BT)$/)
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length
    expect(count(/^subgraph /)).toBe(count(/^end$/))
    const unlabelled = text.replace(/"[^"]*"/g, "")
    for (const [open, close] of ["[]", "()", "{}"].map((pair) => [...pair])) {
      expect(unlabelled.split(open!).length).toBe(unlabelled.split(close!).length)
    }
  }
)
