import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { withExtensions } from "../with-extensions"

const folder = mkdtempSync(path.join(tmpdir(), "loyalty-declarations-"))
const file = path.join(folder, "pieces/index.d.ts")

beforeAll(() => {
  mkdirSync(path.join(folder, "pieces/redeem"), { recursive: true })
  for (const name of ["types", "pieces/provider", "pieces/redeem/index"]) {
    writeFileSync(path.join(folder, `${name}.d.ts`), "")
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

describe("withExtensions", () => {
  it("names the file behind each relative import, and nothing else", () => {
    const code = [
      `export { Provider } from "./provider"`,
      `export { Redeem } from './redeem'`,
      `import type { A } from "../types"`,
      `export type B = import("./provider").Props | "./redeem"`,
      `import { useState } from "react"`,
    ]
    expect(withExtensions(file, code.join("\n")).split("\n")).toEqual([
      `export { Provider } from "./provider.js"`,
      `export { Redeem } from './redeem/index.js'`,
      `import type { A } from "../types.js"`,
      `export type B = import("./provider.js").Props | "./redeem"`,
      `import { useState } from "react"`,
    ])
  })

  it("changes nothing the second time", () => {
    const once = withExtensions(file, `export * from "./redeem"`)
    expect(withExtensions(file, once)).toBe(once)
  })

  it("refuses an unresolved import", () => {
    expect(() => withExtensions(file, `export * from "./gone"`)).toThrow(/imports “.\/gone”/)
  })
})
