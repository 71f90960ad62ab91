import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../../../scripts/lib/files"
import { pinned, readAssumptions } from "../assumptions"

const contentOf = (file: string): string => readFileSync(path.join(ROOT, file), "utf8")

describe("the page of assumptions", () => {
  const rows = readAssumptions()

  it("has a row for each id, once", () => {
    const ids = rows.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(20)
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(rows)("$id: the code that it matters in is there", ({ mattersIn }) => {
    expect(mattersIn.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([])
  })

  it.each(rows)("$id: its test names it", ({ id, pinnedBy }) => {
    expect(contentOf(pinnedBy)).toContain(id)
  })

  it("has a row for whatever the tests pin", () => {
    const tests = [...new Set(rows.map(({ pinnedBy }) => pinnedBy))]
    const pins = tests.flatMap((file) =>
      [...contentOf(file).matchAll(/pinned\(\s*"([^"]+)"/g)].map(([, id]) => id)
    )
    const known = rows.map(({ id }) => id)
    expect(pins.filter((id) => !known.includes(id ?? ""))).toEqual([])
  })
})

describe("a pin", () => {
  it("that fails says which assumption broke and where it matters", async () => {
    const failing = pinned("module-keys", () => expect(1).toBe(2))
    await expect(failing).rejects.toThrow(
      /\(module-keys\): no module of Medusa.*\n.*src\/modules\/loyalty-points\/key\.ts/
    )
  })

  it("without a row says so", async () => {
    await expect(pinned("no-such-row", () => undefined)).rejects.toThrow("has no row")
  })
})
