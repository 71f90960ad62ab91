import path from "node:path"
import { importsOf, sourceOf, sourcesUnder } from "../../scripts/lib/imports"

/** What imports what. */
type Imports = Map<string, Set<string>>

/** Folders with a folder per capability: capabilities may import each other, but not in a circle. */
const LAYERS = ["src/domain", "src/modules/loyalty-points", "src/workflows"]

/** Which folders of a layer import which others, by their files' relative imports. */
function folderImports(layer: string): Imports {
  const imports: Imports = new Map()
  for (const file of sourcesUnder(layer)) {
    const [folder, ...inside] = path.relative(layer, file).split(path.sep)
    if (!folder || inside.length === 0 || file.includes("__tests__")) {
      continue
    }
    const targets = imports.get(folder) ?? new Set()
    for (const { target } of importsOf(file)) {
      const [other, ...rest] = path.relative(layer, target).split(path.sep)
      if (other && other !== ".." && other !== folder && rest.length > 0) {
        targets.add(other)
      }
    }
    imports.set(folder, targets)
  }
  return imports
}

/** Which files of a folder import which others. */
function fileImports(folder: string): Imports {
  return new Map(
    sourcesUnder(folder).map((file) => [
      file,
      new Set(importsOf(file).flatMap((one) => sourceOf(one) ?? [])),
    ])
  )
}

/** All circles of imports. */
function circlesOf(imports: Imports): string[] {
  return [...imports.keys()].flatMap((start) => circleFrom(start, imports)?.join(" → ") ?? [])
}

/** A path from a folder back to itself, if there is one. */
function circleFrom(start: string, imports: Imports): string[] | null {
  const walked = new Set<string>()
  const walk = (folder: string, way: string[]): string[] | null => {
    for (const next of imports.get(folder) ?? []) {
      if (next === start) {
        return [...way, next]
      }
      if (!walked.has(next)) {
        walked.add(next)
        const found = walk(next, [...way, next])
        if (found) {
          return found
        }
      }
    }
    return null
  }
  return walk(start, [start])
}

it.each(LAYERS)("capabilities of %s do not import each other in a circle", (layer) => {
  const imports = folderImports(layer)
  expect(imports.size).toBeGreaterThan(3)
  expect(circlesOf(imports)).toEqual([])
})

it.each(["src", "admin", "storefront", "scripts"])("no files of %s do", (folder) => {
  const imports = fileImports(folder)
  expect(imports.size).toBeGreaterThan(3)
  expect(circlesOf(imports)).toEqual([])
})

it("finds a circle where there is one", () => {
  const imports = new Map([
    ["a", new Set(["b"])],
    ["b", new Set(["c"])],
    ["c", new Set(["a", "d"])],
    ["d", new Set<string>()],
  ])
  expect(circleFrom("a", imports)).toEqual(["a", "b", "c", "a"])
  expect(circleFrom("d", imports)).toBeNull()
})
