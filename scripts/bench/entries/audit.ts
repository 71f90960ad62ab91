import { setInterval } from "node:timers"
import type { AuditReport } from "../../../src/modules/loyalty-points/audit/audit-store"
import { say } from "../../lib/output"
import { figure } from "../report"
import { type Entry, spreadOf } from "../result"

const MEGABYTE = 2 ** 20

/** The whole audit; it has to find nothing. */
export const audit: Entry = {
  names: ["audit"],
  title: "every invariant of every account, seconds for a million transactions",
  async run(workbench) {
    const service = await workbench.loyaltyPoints(1)
    const perMillion: number[] = []
    for (let run = 1; run <= (workbench.isQuick ? 1 : 3); run++) {
      const started = performance.now()
      const { result, before, highest } = await watchMemory(() => service.audit.run())
      const seconds = (performance.now() - started) / 1000
      requireCoherent(result)
      perMillion.push((seconds / result.transactions) * 1_000_000)
      say(
        `  ${run}: ${figure(seconds)} s for ${figure(result.accounts)} accounts, ` +
          `${figure(result.transactions)} transactions; ${before} MB before, at most ${highest} MB`
      )
    }
    const ours = spreadOf(perMillion)
    return [{ name: "audit", unit: "s", ours, runs: perMillion.length }]
  },
}

function requireCoherent({ violations }: AuditReport): void {
  if (violations.length > 0) {
    throw new Error(`The audit found ${JSON.stringify(violations.slice(0, 5))}`)
  }
}

/** The memory of this process in megabytes, before some work and at its highest during it. */
async function watchMemory<T>(work: () => Promise<T>) {
  const megabytes = () => Math.round(process.memoryUsage.rss() / MEGABYTE)
  const before = megabytes()
  let highest = before
  const watch = setInterval(() => (highest = Math.max(highest, megabytes())), 50)
  try {
    return { result: await work(), before, highest }
  } finally {
    clearInterval(watch)
  }
}
