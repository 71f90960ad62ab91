import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { Problem } from "../lib/problem"
import { reachedDeclarations } from "../tidy-build/reached-declarations"
import { consumerFolders } from "./install"
import type { Packed } from "./pack"

/** As in the tsconfig.json of Medusa's store template. */
const IN_STORE: ts.CompilerOptions = {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
}

/** As in a shop made with Next.js or Vite, but with every declaration checked. */
const IN_SHOP: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  skipLibCheck: false,
}

/**
 * Checks that the declarations import only packages that their users have: in a store the plugin's
 * dependencies and peers, in a shop React and `@medusajs/types`. For the shop they are compiled with
 * `skipLibCheck: false`. Compiling them for a store would include Medusa's own declarations, half a
 * minute on a busy machine, so there every import is looked up instead.
 *
 * @throws Problem with unresolved imports and the compiler's messages
 */
export function checkDeclarations({ manifest }: Packed, folder: string): void {
  const { store, shop } = consumerFolders(folder)
  const faults = [...unknownImports(store), ...compilerFaults(shop, manifest.name)]
  if (faults.length > 0) {
    throw new Problem(
      `${faults.join("\n")}\nA declaration may import only what the users of its entry have: ` +
        "dependencies and peers, in ./storefront only React and @medusajs/types."
    )
  }
}

function unknownImports(store: string): string[] {
  const consumer = path.join(store, "consumer.ts")
  return [...reachedDeclarations()].flatMap((file) =>
    packagesNamedIn(file)
      .filter((name) => !ts.resolveModuleName(name, consumer, IN_STORE, ts.sys).resolvedModule)
      .map((name) => `in a store: ${file} imports ${name}, which is not there`)
  )
}

function packagesNamedIn(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, "utf8"))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith(".") && !name.startsWith("node:"))
}

function compilerFaults(shop: string, plugin: string): string[] {
  const file = path.join(shop, "consumer.ts")
  writeFileSync(file, `export type * from "${plugin}/storefront"\n`)
  const program = ts.createProgram([file], IN_SHOP)
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === file || fileName.includes(`/${plugin}/`))
    .flatMap((source) => program.getSemanticDiagnostics(source))
    .map((fault) => `in a shop: ${messageOf(fault, shop)}`)
}

function messageOf({ file, messageText }: ts.Diagnostic, folder: string): string {
  const text = ts.flattenDiagnosticMessageText(messageText, "\n")
  return `${file ? path.relative(folder, file.fileName) : "options"}: ${text}`
}
