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

/** The contracts of the routes and the answers that they share: they describe and never run. */
const CONTRACT = /^src\/api\/(.*\/contract|shared\/answers\/[^/]+)(\.ts)?$/
/** Schemas and words that a contract may name. */
const NAMED_IN_CONTRACTS = [
  /^src\/(domain|validation)\//,
  /^src\/api\/(.*\/validators|shared\/[^/]+)$/,
  /^src\/modules\/loyalty-points\/ledger\/errors$/,
]

describe("contracts of routes", () => {
  it("import schemas and words, nothing that runs", () => {
    const ofContracts = importsUnder("src/api").filter(({ file }) => CONTRACT.test(file))
    expect(ofContracts.length).toBeGreaterThan(50)
    const forbidden = ofContracts.filter(
      ({ target }) => ![CONTRACT, ...NAMED_IN_CONTRACTS].some((allowed) => allowed.test(target))
    )
    expect(forbidden).toEqual([])
  })

  it("are imported by contracts alone: the package does not have them", () => {
    const users = importsUnder("src").filter(
      ({ file, target }) => CONTRACT.test(target) && !CONTRACT.test(file)
    )
    expect(users).toEqual([])
  })
})

it("scripts import nothing of the tests that use them", () => {
  const forbidden = importsUnder("scripts").filter(({ target }) =>
    target.startsWith("integration-tests/")
  )
  expect(forbidden).toEqual([])
})
