import type { MedusaContainer } from "@medusajs/framework/types"

import { sealJournalWorkflow } from "../workflows/journal/seal-journal"
import type { SealReport } from "../workflows/journal/seal-journal"
import { onlyOnce } from "../workflows/shared/only-once"

/** Seals the journal's new lines on one instance; another running at the same time does nothing. */
export default async function sealJournal(container: MedusaContainer): Promise<SealReport | null> {
  return onlyOnce(container, config.name, async () => {
    const { result } = await sealJournalWorkflow(container).run({ input: {} })
    return result
  })
}

/** Four times an hour: lines written since the last seal could still be changed undetected. */
export const config = { name: "loyalty-points-seal-journal", schedule: "3,18,33,48 * * * *" }
