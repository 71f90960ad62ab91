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
 * - Source maps go: Medusa's build always writes them into the files, which doubles their size, and
 *   they point to TypeScript that is not in the package.
 * - A dashboard in `public/` goes: Vite copies that folder beside the admin extension, and in this
 *   repository it holds what `npm start` serves.
 * - Type declarations that no entry of the package leads to go: nobody can import them.
 * - The storefront's declarations name files with their extensions: they describe an ES module, and
 *   TypeScript's Node16 resolution finds nothing else.
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
