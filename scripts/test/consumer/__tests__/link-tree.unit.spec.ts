import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs"
import { symlinkSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { linkTree } from "../link-tree"

describe("a folder of shared files", () => {
  let folder: string
  const from = (name = "") => path.join(folder, "from", name)
  const to = (name = "") => path.join(folder, "to", name)

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "link-tree-"))
    mkdirSync(from("deep/er"), { recursive: true })
    writeFileSync(from("deep/er/file"), "text")
    writeFileSync(from(".package-lock.json"), "{}")
    symlinkSync("deep/er/file", from("link"))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it("holds the same files and links", () => {
    linkTree(from(), to())
    expect(readFileSync(to("deep/er/file"), "utf8")).toBe("text")
    expect(readlinkSync(to("link"))).toBe("deep/er/file")
  })

  it("shares no file that npm writes in place", () => {
    linkTree(from(), to())
    writeFileSync(to(".package-lock.json"), "changed")
    expect(readFileSync(from(".package-lock.json"), "utf8")).toBe("{}")
  })

  it("writes npm's list of the folder last, or npm would not trust it", () => {
    linkTree(from(), to())
    const made = (name: string) => statSync(to(name)).mtimeMs
    expect(made(".package-lock.json")).toBeGreaterThanOrEqual(made("deep"))
  })
})
