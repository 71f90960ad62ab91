import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { say } from "../lib/output"
import { Problem } from "../lib/problem"
import { supervise } from "../lib/shutdown"
import { audit } from "./entries/audit"
import { debitRandom } from "./entries/debit"
import { pageDepth } from "./entries/page-depth"
import { head, table, toJson } from "./report"
import type { Entry, Result } from "./result"
import { Workbench } from "./workbench"

const ENTRIES: Entry[] = [debitRandom, pageDepth, audit]

/**
 * `npm run bench`: what the ledger costs, as ratios to a floor measured in the same run.
 *
 * - `--only a,b`  these entries only
 * - `--quick`  a small ledger and few repeats: does it still run, not how fast is it
 * - `--json FILE`  the results for a program
 */
export default function main(): Promise<never> {
  return supervise(bench, 130)
}

async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      json: { type: "string" },
    },
  })
  const entries = choose(values.only)
  const workbench = new Workbench(values.quick)
  try {
    say(await head(await workbench.database(), workbench.size))
    const results: Result[] = []
    for (const entry of entries) {
      say(`\n${entry.name}: ${entry.title}`)
      results.push(await entry.run(workbench))
    }
    say(`\n${table(results)}`)
    if (values.json) {
      writeFileSync(values.json, `${JSON.stringify(toJson(results), null, 2)}\n`)
    }
    return 0
  } finally {
    await workbench.close()
  }
}

function choose(only: string | undefined): Entry[] {
  const names = only?.split(",")
  const unknown = names?.find((name) => !ENTRIES.some((entry) => entry.name === name))
  if (unknown !== undefined) {
    const known = ENTRIES.map(({ name }) => name).join(", ")
    throw new Problem(`There is no benchmark “${unknown}”. There are: ${known}.`)
  }
  return names ? ENTRIES.filter(({ name }) => names.includes(name)) : ENTRIES
}
