import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"
import { tokensOf, type Tokens } from "../support/docs/markdown"

const PAGE = "docs/glossary.md"
const CODE = ["src", "admin", "storefront", "migrations", "scripts", "integration-tests"]
/** This file has to contain forbidden words. */
const EXCEPT = ["integration-tests/docs/glossary.unit.spec.ts"]

const rows = tokensOf(path.join(ROOT, PAGE)).flatMap(({ token }) =>
  token.type === "table" ? (token as Tokens.Table).rows : []
)

/** Terms and the words not to use for them. */
const forbidden = rows.flatMap(([term, , not]) =>
  [...(not?.text ?? "").matchAll(/`([^`]+)`/g)].map(([, word = ""]) => ({
    word,
    term: term?.text,
  }))
)

const files = CODE.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(tsx?|mts)$/.test(file) && !file.includes("node_modules"))
).filter((file) => !EXCEPT.includes(file))

describe("docs/glossary.md", () => {
  it("gives each term one meaning in a section", () => {
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter(([, meaning]) => !meaning?.text)).toEqual([])
  })

  it.each(forbidden)("“$word” is not used for “$term” in the code", ({ word }) => {
    const pattern = new RegExp(`\\b${word}\\b`)
    const found = files.filter((file) =>
      identifiersOf(readFileSync(path.join(ROOT, file), "utf8")).some((name) => pattern.test(name))
    )
    expect(found).toEqual([])
  })

  it("would find a forbidden word", () => {
    expect(identifiersOf("const room = 1 // room\n")).toContain("room")
    expect(identifiersOf("// There is room for more\n")).not.toContain("room")
  })
})

/** The names in a source text, without its comments and strings of prose. */
function identifiersOf(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:])\/\/.*$/gm, "$1")
    .replace(/"[^"\n]* [^"\n]*"/g, '""')
  return code.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []
}
