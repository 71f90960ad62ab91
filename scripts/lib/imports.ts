import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { filesUnder, ROOT } from "./files"

/** A relative import of a file; paths are from the root folder. */
export interface Import {
  file: string
  target: string
}

const IMPORT = /\b(?:from|import|import\(|require\()\s*"(\.[^"]*)"/g

/** All relative imports of a folder's files, without its tests. */
export function importsUnder(folder: string): Import[] {
  return sourcesUnder(folder)
    .filter((file) => !file.includes("__tests__"))
    .flatMap(importsOf)
}

/** The TypeScript files of a folder, from the root folder. */
export function sourcesUnder(folder: string): string[] {
  return filesUnder(path.join(ROOT, folder))
    .map((file) => path.relative(ROOT, file))
    .filter((file) => /\.tsx?$/.test(file))
}

/** The relative imports of a file. */
export function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(ROOT, file), "utf8")
  return [...source.matchAll(IMPORT)].map(([, target = ""]) => ({
    file,
    target: path.join(path.dirname(file), target),
  }))
}

/** The TypeScript file that an import leads to; undefined for other files. */
export function sourceOf({ target }: Import): string | undefined {
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`]
  return candidates.find((file) => /\.tsx?$/.test(file) && existsSync(path.join(ROOT, file)))
}
