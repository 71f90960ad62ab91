import { TOUCHES } from "./touches"

/** Which files import which others, all from the root folder. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>

/** The tests of the stages `ledger` and `http` that a change touches. */
export interface Choice {
  ledger: string[]
  http: string[]
}

const LEDGER = /^integration-tests\/(ledger|migrations|concurrency)\/.*\.spec\.ts$/
const HTTP = /^integration-tests\/http\/.*\.spec\.ts$/
/** What runs inside a store. */
const IN_STORE =
  /^(src\/(?!admin\/)|migrations\/|integration-tests\/support\/(inside|test-|sample-))/
/** What every test runs on, so that any of them may be affected. */
const UNDER_ALL =
  /^(package(-lock)?\.json|tsconfig\.json|jest\.config\.ts|medusa-config\.ts|scripts\/test\/)/
const UNIT_SPEC = /__tests__\//
const PROGRAM_LIKE = /\.(ts|tsx|sql|json)$/

/**
 * Chooses tests for changed (or deleted) files: those that import a changed file, however indirectly,
 * and the HTTP tests named by `TOUCHES`. If in doubt, all of them.
 */
export function chooseTests(changed: string[], imports: ImportGraph): Choice {
  const code = changed.filter((file) => PROGRAM_LIKE.test(file) && !UNIT_SPEC.test(file))
  const files = [...imports.keys()]
  const ledger = files.filter((file) => LEDGER.test(file))
  const http = files.filter((file) => HTTP.test(file))
  if (code.some((file) => UNDER_ALL.test(file))) {
    return { ledger, http }
  }
  const reached = dependentsOf(code, imports)
  const isSql = code.some((file) => file.startsWith("migrations/"))
  return {
    ledger: ledger.filter((file) => isSql || reached.has(file)),
    http: http.filter((file) => reached.has(file) || code.some((one) => exercises(file, one))),
  }
}

/** Whether a change to a store file may affect an HTTP test. */
function exercises(test: string, file: string): boolean {
  if (!IN_STORE.test(file)) {
    return false
  }
  const rows = TOUCHES.filter(([words]) => words.test(file))
  const name = test.replace("integration-tests/http/", "")
  return (
    rows.length === 0 || rows.some(([, tests]) => tests.some((start) => name.startsWith(start)))
  )
}

/** The files themselves, and all that import one of them, however indirectly. */
function dependentsOf(files: string[], imports: ImportGraph): Set<string> {
  const reached = new Set(files)
  for (let before = -1; before < reached.size;) {
    before = reached.size
    for (const [file, targets] of imports) {
      if ([...targets].some((target) => reached.has(target))) {
        reached.add(file)
      }
    }
  }
  return reached
}
