import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"

/** Folders whose folders are capabilities: one may build on others, never in a circle. */
const LAYERS = ["src/domain", "src/modules/loyalty-points", "src/workflows"]

/** Which folders of a layer import which others, by their files' relative imports. */
function folderImports(layer: string): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>()
  for (const name of readdirSync(path.join(ROOT, layer), { recursive: true, encoding: "utf8" })) {
    const [folder, ...inside] = name.split(path.sep)
    if (!folder || inside.length === 0 || !name.endsWith(".ts") || name.includes("__tests__")) {
      continue
    }
    const targets = imports.get(folder) ?? new Set()
    for (const target of importsOf(path.join(layer, name))) {
      const [other, ...rest] = path.relative(layer, target).split(path.sep)
      if (other && other !== ".." && other !== folder && rest.length > 0) {
        targets.add(other)
      }
    }
    imports.set(folder, targets)
  }
  return imports
}

function importsOf(file: string): string[] {
  const source = readFileSync(path.join(ROOT, file), "utf8")
  return [...source.matchAll(/from "(\.[^"]*)"/g)].map(([, target = ""]) =>
    path.join(path.dirname(file), target)
  )
}

/** A way from a folder back to itself, if there is one. */
function circleFrom(start: string, imports: Map<string, Set<string>>): string[] | null {
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
  const circles = [...imports.keys()].flatMap((folder) => {
    const circle = circleFrom(folder, imports)
    return circle ? [circle.join(" → ")] : []
  })
  expect(circles).toEqual([])
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
