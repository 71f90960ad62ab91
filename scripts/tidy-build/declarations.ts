import { existsSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

/** A name in a declaration file that refers to another file of the package. */
export interface RelativeImport {
  specifier: string
  /** Where the specifier begins and ends in the text, without its quotes. */
  start: number
  end: number
  /** The declaration file it refers to. */
  target: string
}

/**
 * The relative imports of a declaration file, in order.
 *
 * @throws Error if one cannot be resolved
 */
export function relativeImports(file: string, code: string): RelativeImport[] {
  return ts
    .preProcessFile(code)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName, pos }) => {
      // The position is the one of the opening quote.
      const start = code.indexOf(fileName, pos)
      const target = declarationOf(path.resolve(path.dirname(file), fileName))
      if (!target) {
        throw new Error(`${file} imports “${fileName}”, which is not in the build.`)
      }
      return { specifier: fileName, start, end: start + fileName.length, target }
    })
}

function declarationOf(module: string): string | undefined {
  const base = module.replace(/\.js$/, "")
  return [`${base}.d.ts`, path.join(base, "index.d.ts")].find((file) => existsSync(file))
}
