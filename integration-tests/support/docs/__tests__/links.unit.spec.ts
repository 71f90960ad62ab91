import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { anchorsOf, linksOf } from "../links"

const folder = mkdtempSync(path.join(tmpdir(), "links-"))
const file = path.join(folder, "page.md")

afterAll(() => rmSync(folder, { recursive: true }))

it("finds relative links and images wherever they stand, and no others", () => {
  const lines = [
    "See [the ledger](ledger.md#expiry) and [Medusa](https://medusajs.com), `[no](link.md)`.",
    "",
    "| picture              | where        |",
    "| -------------------- | ------------ |",
    "| ![A](images/a%20b.png) | [top](#page) |",
    "",
    "- **[bold](bold.md)**",
  ]
  writeFileSync(file, lines.join("\n"))
  expect(linksOf(file)).toEqual([
    { target: "ledger.md", anchor: "expiry" },
    { target: "images/a b.png", anchor: "" },
    { target: "", anchor: "page" },
    { target: "bold.md", anchor: "" },
  ])
})

it("names headings as GitHub does", () => {
  writeFileSync(file, "# The `ledger`, in short\n\n## What's new?\n\n## Żółw\n\n## What's new?\n")
  expect(anchorsOf(file)).toEqual(["the-ledger-in-short", "whats-new", "żółw", "whats-new-1"])
})
