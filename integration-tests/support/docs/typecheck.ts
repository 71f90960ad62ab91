import path from "node:path"
import ts from "typescript"
import { ROOT } from "../../../scripts/lib/files"

/** A text to check as if it were a file of a store or a shop that has the plugin. */
export interface Snippet {
  /** Unique; the errors name it. */
  name: string
  text: string
}

/** What a store's developer writes the plugin's entries as, and where their source is. */
const ENTRIES = {
  "medusa-plugin-loyalty-points/workflows": ["src/workflows/index.ts"],
  "medusa-plugin-loyalty-points/hooks": ["src/hooks/index.ts"],
  "medusa-plugin-loyalty-points/types": ["src/types/index.ts"],
  "medusa-plugin-loyalty-points/storefront": ["storefront/pieces/index.ts"],
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  types: ["node"],
  paths: Object.fromEntries(
    Object.entries(ENTRIES).map(([entry, files]) => [
      entry,
      files.map((file) => path.join(ROOT, file)),
    ])
  ),
}

/** Type-checks snippets with TypeScript itself: each one's errors, by its name. */
export function typeErrorsOf(snippets: Snippet[]): Record<string, string[]> {
  const files = new Map(snippets.map(({ name, text }) => [path.join(FOLDER, `${name}.tsx`), text]))
  const program = ts.createProgram([...files.keys()], OPTIONS, hostOf(files))
  return Object.fromEntries(
    snippets.map(({ name }) => {
      const source = program.getSourceFile(path.join(FOLDER, `${name}.tsx`))
      return [name, ts.getPreEmitDiagnostics(program, source).map(messageOf)]
    })
  )
}

/** Where the snippets seem to be: in a folder of their own, below this repository's packages. */
const FOLDER = path.join(ROOT, "integration-tests/docs/snippets")

/** The file system with the snippets added. */
function hostOf(files: Map<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => files.has(file) || fileExists(file)
  host.readFile = (file) => files.get(file) ?? readFile(file)
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(file)
    return text === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  }
  return host
}

function messageOf({ messageText, file, start }: ts.Diagnostic): string {
  const line = file && start !== undefined ? lineAt(file, start) : ""
  return `${ts.flattenDiagnosticMessageText(messageText, "\n")}${line && ` ← ${line}`}`
}

function lineAt(file: ts.SourceFile, start: number): string {
  const { line } = file.getLineAndCharacterOfPosition(start)
  return file.text.split("\n")[line]?.trim() ?? ""
}
