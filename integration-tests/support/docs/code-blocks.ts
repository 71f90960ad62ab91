import { tokensOf, within, type Token, type Tokens } from "./markdown"

/** A fenced code block of a Markdown file. */
export interface CodeBlock {
  file: string
  /** The line of the opening fence, from 1. */
  line: number
  /** The first word after the fence, in lower case; empty without one. */
  language: string
  /** What follows the language on the fence's line. */
  meta: string
  /** The closest heading above; empty before the first. */
  heading: string
  text: string
}

/** All fenced code blocks of a Markdown file, in order, those in lists and quotations too. */
export function codeBlocksOf(file: string): CodeBlock[] {
  let heading = ""
  return tokensOf(file).flatMap(({ token, line }) => {
    if (token.type === "heading") {
      heading = token.text
    }
    return fencesOf(token, line).map(({ fence, line }) => ({ file, line, heading, ...fence }))
  })
}

type Fence = Pick<CodeBlock, "language" | "meta" | "text">

/** A block inside a list or a quotation is found again in the text of what holds it. */
function fencesOf(outer: Token, firstLine: number): { fence: Fence; line: number }[] {
  const lines = outer.raw.split("\n")
  let from = 0
  return within(outer)
    .filter(isFence)
    .map(({ lang, text }) => {
      const [language = "", ...meta] = (lang ?? "").split(/\s+/)
      const opening = lines.findIndex((line, at) => at >= from && isOpening(line, language))
      from = opening + text.split("\n").length + 2
      const fence = { language: language.toLowerCase(), meta: meta.join(" "), text }
      return { fence, line: firstLine + opening }
    })
}

function isFence(token: Token): token is Tokens.Code {
  return token.type === "code" && token.codeBlockStyle !== "indented"
}

function isOpening(line: string, language: string): boolean {
  const opening = /^[\s>*+\d.-]*(?:`{3,}|~{3,})\s*(\S*)/.exec(line)
  return opening?.[1] === language
}
