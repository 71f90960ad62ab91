import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { say } from "../lib/output"
import { Problem } from "../lib/problem"
import { supervise } from "../lib/shutdown"
import { accountHttp } from "./entries/account-http"
import { audit } from "./entries/audit"
import { apply, cartPoints, cartRefresh } from "./entries/cart"
import { complete } from "./entries/completion"
import { cost } from "./entries/cost"
import { credit } from "./entries/credit"
import { debitHot, debitRandom } from "./entries/debit"
import { debitVsOfficial, debitVsTutorial } from "./entries/debit-peers"
import { balanceDepth, pageDepth } from "./entries/depth"
import { expire } from "./entries/expire"
import { hold, holdCapture } from "./entries/hold"
import { lotsDepth } from "./entries/lots-depth"
import { scale } from "./entries/scale"
import { settleMany } from "./entries/settle-many"
import { head, table, toJson } from "./report"
import type { Entry, Result } from "./result"
import { Workbench } from "./workbench"

/** The audit comes last: it checks what the others did to the ledger. */
const ENTRIES: Entry[] = [
  debitRandom,
  debitHot,
  debitVsOfficial,
  debitVsTutorial,
  hold,
  holdCapture,
  credit,
  cost,
  balanceDepth,
  pageDepth,
  lotsDepth,
  expire,
  settleMany,
  scale,
  cartRefresh,
  cartPoints,
  apply,
  complete,
  accountHttp,
  audit,
]

/**
 * `npm run bench`: what the ledger costs, as ratios to a floor measured in the same run.
 *
 * - `--only a,b`  these results only
 * - `--quick`  a small ledger and few repeats: checks that it runs, not how fast
 * - `--json FILE`  machine-readable results
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
  const wanted = wantedNames(values.only)
  const entries = ENTRIES.filter(({ names }) => names.some((name) => wanted.includes(name)))
  const workbench = new Workbench(values.quick)
  try {
    say(await head(await workbench.server(), workbench.size))
    if (values.quick) {
      say("Quick: small data and short runs, to check that it works, not how fast")
    }
    const results: Result[] = []
    for (const [index, entry] of entries.entries()) {
      say(`\n${index + 1}/${entries.length} ${entry.names.join(", ")}: ${entry.title}`)
      const measured = await entry.run(workbench)
      await workbench.disconnect()
      results.push(...measured.filter(({ name }) => wanted.includes(name)))
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

function wantedNames(only: string | undefined): string[] {
  const known = ENTRIES.flatMap(({ names }) => names)
  const wanted = only?.split(",") ?? known
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new Problem(`There is no benchmark “${unknown}”. There are: ${known.join(", ")}.`)
  }
  return wanted
}
