import { importsUnder } from "../../scripts/lib/imports"

/** What a folder's files may import from this repository, besides their own folder. */
const MAY_IMPORT: Record<string, string[]> = {
  "src/domain": [],
  "src/validation": ["src/domain"],
  "src/modules": ["src/domain", "src/validation", "migrations"],
  "src/workflows": ["src/domain", "src/modules"],
  "src/api": ["src/domain", "src/validation", "src/modules", "src/workflows"],
  "src/jobs": ["src/domain", "src/modules", "src/workflows"],
  "src/subscribers": ["src/domain", "src/modules", "src/workflows"],
  "src/hooks": ["src/modules", "src/workflows"],
  "src/links": ["src/modules"],
  "src/admin": ["admin"],
  admin: ["src/types", "src/domain"],
  "storefront/pieces": ["src/types", "src/domain"],
  migrations: [],
}

it.each(Object.entries(MAY_IMPORT))(
  "%s imports no other layer, as docs/architecture.md says",
  (layer, allowed) => {
    const forbidden = importsUnder(layer).filter(
      ({ target }) => ![layer, ...allowed].some((folder) => `${target}/`.startsWith(`${folder}/`))
    )
    expect(forbidden).toEqual([])
  }
)

it("scripts import nothing of the tests that use them", () => {
  const forbidden = importsUnder("scripts").filter(({ target }) =>
    target.startsWith("integration-tests/")
  )
  expect(forbidden).toEqual([])
})
