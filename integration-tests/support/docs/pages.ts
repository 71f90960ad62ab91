import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../../scripts/lib/files"
import { codeBlocksOf, type CodeBlock } from "./code-blocks"

/** The Markdown files that tell people how to use and change the plugin, from the root folder. */
export function pages(): string[] {
  const inDocs = readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => path.join("docs", file))
  return ["README.md", "CONTRIBUTING.md", "storefront/pieces/README.md", ...inDocs].filter((page) =>
    existsSync(path.join(ROOT, page))
  )
}

/** The code blocks of all pages in some languages; `file` is relative to the root folder. */
export function blocksIn(...languages: string[]): CodeBlock[] {
  return pages()
    .flatMap((page) =>
      codeBlocksOf(path.join(ROOT, page)).map((block) => ({ ...block, file: page }))
    )
    .filter(({ language }) => languages.length === 0 || languages.includes(language))
}

/** Where a block stands, as editors open it. */
export const placeOf = ({ file, line }: CodeBlock) => `${file}:${line}`
