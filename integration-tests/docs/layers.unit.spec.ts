import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../scripts/lib/files"

/** What files of a folder may import of this repository, besides their own folder. */
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
    const forbidden = importsOf(layer).filter(
      ({ target }) => ![layer, ...allowed].some((folder) => `${target}/`.startsWith(`${folder}/`))
    )
    expect(forbidden).toEqual([])
  }
)

/** All relative imports of a folder's files, their targets from the root folder. */
function importsOf(layer: string): { file: string; target: string }[] {
  return readdirSync(path.join(ROOT, layer), { recursive: true, encoding: "utf8" })
    .map((name) => path.join(layer, name))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("__tests__"))
    .flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), "utf8").matchAll(/from "(\.[^"]*)"/g)].map(
        ([, target = ""]) => ({ file, target: path.join(path.dirname(file), target) })
      )
    )
}
