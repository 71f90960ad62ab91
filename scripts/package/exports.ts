import { entryTargets, matches } from "../lib/manifest"
import { Problem } from "../lib/problem"
import type { Packed } from "./pack"

/**
 * Checks that each target of `exports`, in every condition, is a file of the package.
 *
 * @throws Problem with the targets that are not
 */
export function checkExports({ manifest, files }: Packed): void {
  const faults = entryTargets(manifest)
    .filter(({ file }) => !files.some((name) => matches(file, name)))
    .map(({ entry, condition, file }) => `${entry} (${condition}) leads to ${file}: no such file`)
  if (faults.length > 0) {
    throw new Problem(
      `${faults.join("\n")}\nBuild the file or change “exports” and “files” in package.json.`
    )
  }
}
