import { existsSync } from "node:fs"
import path from "node:path"
import { CATALOG } from "../../../scripts/seed/catalog"
import { POLISH } from "../src/products/polish"

const PICTURES = path.join(__dirname, "../src/products/pictures")

describe.each(CATALOG.map(({ handle }) => handle))("the demo's product %s", (handle) => {
  it("has its own picture", () => {
    expect(existsSync(path.join(PICTURES, `${handle}.svg`))).toBe(true)
  })

  it("is named in Polish", () => {
    expect(POLISH[handle]).toBeDefined()
  })
})
