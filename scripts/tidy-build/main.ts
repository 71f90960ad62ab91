import { readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { filesUnder, ROOT } from "../lib/files"
import { reachedDeclarations } from "./reached-declarations"
import { withExtensions } from "./with-extensions"

const BUILT = path.join(ROOT, ".medusa/server")
const SOURCE_MAP = /\n\/\/# sourceMappingURL=data:.*\s*$/

/**
 * The last step of `npm run build`: leaves in `.medusa/server` what the package ships.
 *
 * - Removes source maps: Medusa's build always writes them into the files, which doubles their size,
 *   and they point to TypeScript that is not in the package.
 * - Removes a dashboard in `public/`: Vite copies that folder beside the admin extension, and in this
 *   repository it holds what `npm start` serves.
 * - Removes type declarations that no entry of the package reaches: nobody can import them.
 * - Adds file extensions to imports in the storefront's declarations: they describe an ES module, and
 *   TypeScript's Node16 resolution requires them.
 */
export default async function main(): Promise<void> {
  rmSync(path.join(BUILT, "src/admin/admin"), { recursive: true, force: true })
  const files = filesUnder(BUILT)
  const reached = reachedDeclarations()
  for (const file of files) {
    if (file.endsWith(".d.ts")) {
      tidyDeclaration(file, reached)
    } else if (file.endsWith(".js")) {
      rewrite(file, (code) => code.replace(SOURCE_MAP, "\n"))
    }
  }
}

function tidyDeclaration(file: string, reached: Set<string>): void {
  if (!reached.has(file)) {
    rmSync(file)
  } else if (file.startsWith(path.join(BUILT, "storefront"))) {
    rewrite(file, (code) => withExtensions(file, code))
  }
}

function rewrite(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8")
  const changed = change(text)
  if (changed !== text) {
    writeFileSync(file, changed)
  }
}
