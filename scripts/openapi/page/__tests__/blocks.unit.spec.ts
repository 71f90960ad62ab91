import { fillBlocks } from "../blocks"

const PAGE = `# Title

<!-- generated: routes -->
old
<!-- end of generated -->

Notes.
`

describe("a page with blocks", () => {
  it("gets the text between the marks, and keeps the rest", () => {
    const filled = fillBlocks(PAGE, { routes: "| new |" })
    expect(filled).toContain("<!-- generated: routes -->\n\n| new |\n\n<!-- end of generated -->")
    expect(filled).toMatch(/^# Title\n[^]*\n\nNotes\.\n$/)
    expect(filled).not.toContain("old")
  })

  it("keeps text that looks like a pattern of replacement as it is", () => {
    expect(fillBlocks(PAGE, { routes: "$& $1" })).toContain("\n$& $1\n")
  })

  it("refuses a block that nothing is made for", () => {
    expect(() => fillBlocks(PAGE, { objects: "" })).toThrow("“routes”: name one of objects")
  })

  it("refuses text that has no block", () => {
    expect(() => fillBlocks(PAGE, { routes: "", objects: "" })).toThrow("no block for objects")
  })
})
