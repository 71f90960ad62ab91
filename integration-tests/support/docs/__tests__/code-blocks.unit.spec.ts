import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { codeBlocksOf } from "../code-blocks"

const folder = mkdtempSync(path.join(tmpdir(), "code-blocks-"))
const file = path.join(folder, "page.md")

afterAll(() => rmSync(folder, { recursive: true }))

function blocksIn(...lines: string[]) {
  writeFileSync(file, lines.join("\n"))
  return codeBlocksOf(file)
}

describe("codeBlocksOf", () => {
  it("tells language, meta, heading, text and the line of the fence", () => {
    const blocks = blocksIn(
      "# Page",
      "",
      "```bash",
      "npm test",
      "```",
      "",
      "## Install",
      "",
      "Words.",
      "",
      "```TSX app/page.tsx",
      "const a = 1",
      "",
      "const b = 2",
      "```",
      ""
    )
    expect(blocks).toEqual([
      { file, line: 3, language: "bash", meta: "", heading: "Page", text: "npm test" },
      {
        file,
        line: 11,
        language: "tsx",
        meta: "app/page.tsx",
        heading: "Install",
        text: "const a = 1\n\nconst b = 2",
      },
    ])
  })

  it("finds blocks in lists and quotations, and a block without a language", () => {
    const blocks = blocksIn(
      "1. First",
      "",
      "   ```bash",
      "   npm ci",
      "   ```",
      "",
      "2. Second",
      "",
      "   ```bash",
      "   npm start",
      "   ```",
      "",
      "> ```",
      "> plain",
      "> ```"
    )
    expect(blocks.map(({ line, language, text }) => [line, language, text])).toEqual([
      [3, "bash", "npm ci"],
      [9, "bash", "npm start"],
      [13, "", "plain"],
    ])
  })

  it("is not misled by a fence inside a longer one, nor by inline code", () => {
    const blocks = blocksIn("Say `npm test`.", "", "````md", "```bash", "ls", "```", "````")
    expect(blocks).toEqual([
      { file, line: 3, language: "md", meta: "", heading: "", text: "```bash\nls\n```" },
    ])
  })
})
