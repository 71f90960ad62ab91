import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type * as Marked from "marked" with { "resolution-mode": "import" }

/** Marked is an ES module; Node loads one with `require`, and TypeScript does not know it yet. */
const { lexer } = createRequire(__filename)("marked") as typeof Marked

/** A piece of a Markdown document, as Marked tells it. */
export type Token = Marked.Token
export type { Tokens } from "marked" with { "resolution-mode": "import" }

/** The pieces of a Markdown file, in order, each with the line on which it begins. */
export function tokensOf(file: string): { token: Token; line: number }[] {
  let line = 1
  return lexer(readFileSync(file, "utf8")).map((token) => {
    const at = { token, line }
    line += token.raw.split("\n").length - 1
    return at
  })
}

/** All pieces inside a piece, itself first, however deep. */
export function within(token: Token): Token[] {
  const cells =
    token.type === "table"
      ? [...token.header, ...token.rows.flat()].flatMap((cell: { tokens: Token[] }) => cell.tokens)
      : []
  const items = token.type === "list" ? token.items : []
  const inner: Token[] = "tokens" in token && token.tokens ? token.tokens : []
  return [token, ...[...cells, ...items, ...inner].flatMap(within)]
}
