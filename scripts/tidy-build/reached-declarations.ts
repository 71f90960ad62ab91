import { readFileSync } from "node:fs"
import path from "node:path"
import { typesOfEntries } from "../lib/manifest"
import { ROOT } from "../lib/files"
import { relativeImports } from "./declarations"

/** The declaration files reachable from the package's entries, including their own. */
export function reachedDeclarations(): Set<string> {
  const reached = new Set<string>()
  const waiting = typesOfEntries().map((file) => path.join(ROOT, file))
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (!reached.has(file)) {
      reached.add(file)
      waiting.push(...relativeImports(file, readFileSync(file, "utf8")).map(({ target }) => target))
    }
  }
  return reached
}
