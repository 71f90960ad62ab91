import path from "node:path"
import { projectFiles, ROOT } from "../lib/files"
import { Problem } from "../lib/problem"
import type { Packed } from "./pack"

/** Bytes that the tarball may have: a tenth above what it had when this was written. */
const MOST_BYTES = 450_000

/** The files that the package must have besides the compiled code, each with its reason. */
const REQUIRED: Record<string, string> = {
  "package.json": "what npm, Node and Medusa read first",
  "README.md": "how to install and use it",
  "CHANGELOG.md": "what an upgrade changes",
  LICENSE: "the terms",
  "docs/openapi.json": "the API reference, for client generators",
  ".medusa/server/src/admin/index.js": "the admin screens, for Medusa's bundler",
  ".medusa/server/src/admin/index.mjs": "the same as an ES module",
  ".medusa/server/storefront/pieces/index.js": "the storefront pieces",
  ".medusa/server/storefront/pieces/styles.css": "their style sheet",
  ".medusa/server/storefront/pieces/package.json": "says that the pieces are an ES module",
  ".medusa/server/storefront/pieces/README.md": "how a shop uses the pieces",
}

/** Declarations: `npm run build` keeps only those that an entry leads to. */
const DECLARATION = /^\.medusa\/server\/(src|storefront\/pieces)\/.+\.d\.ts$/

/** What the README and the plugin's own messages link to. */
const DOCUMENT = /^docs\/[^/]+\.md$/

/** What Medusa's build compiles file by file; it skips the admin's React code. */
const COMPILED = ["src", "migrations"]
const NOT_COMPILED = /^src\/admin\/|\/__tests__\//
/** The contracts of routes describe them and do not run: `tsconfig.json` leaves them out. */
const CONTRACT = /^src\/api\/(.*\/contract\.ts$|shared\/answers\/)/

/**
 * Checks that every file is expected and no expected file is missing: the compiled code is compared with
 * the sources file by file, so that a stale build is noticed too.
 *
 * @throws Problem with the unexpected and the missing files
 */
export function checkContents({ files, size }: Packed): void {
  const expected = new Set([...Object.keys(REQUIRED), ...compiledFiles(), ...documents()])
  const unexpected = files.filter((file) => !expected.has(file) && !DECLARATION.test(file))
  const missing = [...expected].filter((file) => !files.includes(file))
  const faults = [
    ...unexpected.map((file) => `not expected: ${file}`),
    ...missing.map((file) => `missing: ${file}`),
    ...(size > MOST_BYTES ? [`${size} bytes packed, of at most ${MOST_BYTES}`] : []),
  ]
  if (faults.length > 0) {
    throw new Problem(
      `${faults.join("\n")}\nRun: npm run build. If the change is intended, update ${path.relative(ROOT, __filename)}, ` +
        "scripts/tidy-build or “files” in package.json."
    )
  }
}

function documents(): string[] {
  return projectFiles("docs").filter((file) => DOCUMENT.test(file))
}

/** The JavaScript of each TypeScript file that runs in a store. */
function compiledFiles(): string[] {
  return COMPILED.flatMap(projectFiles)
    .filter((file) => file.endsWith(".ts") && !NOT_COMPILED.test(file) && !CONTRACT.test(file))
    .map((file) => `.medusa/server/${file.replace(/\.ts$/, ".js")}`)
}
