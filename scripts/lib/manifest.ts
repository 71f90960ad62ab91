import { readFileSync } from "node:fs"
import path from "node:path"
import { projectFiles, ROOT } from "./files"

/** What Node or TypeScript loads for an entry, by condition. */
type Target = string | Record<string, string>

/** The parts of this repository's package.json that the scripts read. */
export interface Manifest {
  name: string
  version: string
  exports: Record<string, Target>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

/** A file that an entry of the package leads to, in one condition. */
export interface EntryTarget {
  /** As it is imported, without the package's name: `./workflows`. */
  entry: string
  condition: string
  /** Relative to the root; `*` as in package.json. */
  file: string
}

/** Reads package.json. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Manifest
}

/** Every file that package.json's `exports` names. */
export function entryTargets({ exports } = readManifest()): EntryTarget[] {
  return Object.entries(exports).flatMap(([entry, target]) =>
    Object.entries(typeof target === "string" ? { default: target } : target).map(
      ([condition, file]) => ({ entry, condition, file: path.posix.normalize(file) })
    )
  )
}

/** The declaration files of all entries in the build, relative to the root. */
export function typesOfEntries(): string[] {
  const built = projectFiles(".medusa/server")
  return entryTargets()
    .filter(({ condition }) => condition === "types")
    .flatMap(({ file }) => built.filter((name) => matches(file, name)))
}

/** Whether a file is one that a target of `exports` names; `*` stands for any text. */
export function matches(target: string, file: string): boolean {
  const [before = "", after] = target.split("*")
  return after === undefined
    ? file === target
    : file.startsWith(before) && file.endsWith(after) && file.length > target.length - 1
}
