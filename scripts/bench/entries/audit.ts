import { AuditStore } from "../../../src/modules/loyalty-points/audit/audit-store"
import { say } from "../../lib/output"
import { figure } from "../report"
import { type Entry, spreadOf } from "../result"

/** The whole audit; it has to find nothing. */
export const audit: Entry = {
  name: "audit",
  title: "every invariant of every account",
  async run(workbench) {
    const store = new AuditStore(await workbench.ledger(1))
    const seconds: number[] = []
    for (let run = 1; run <= (workbench.isQuick ? 1 : 3); run++) {
      const started = performance.now()
      const { accounts, transactions, violations } = await store.audit()
      seconds.push((performance.now() - started) / 1000)
      say(`  ${run}: ${figure(seconds.at(-1) ?? 0)} s for ${accounts} accounts, ${transactions} transactions`) // prettier-ignore
      if (violations.length > 0) {
        throw new Error(`The audit found ${JSON.stringify(violations.slice(0, 5))}`)
      }
    }
    return { name: this.name, unit: "s", ours: spreadOf(seconds), runs: seconds.length }
  },
}
