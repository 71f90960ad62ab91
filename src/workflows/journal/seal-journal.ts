import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { resolveLoyaltyPoints } from "../shared/loyalty-points"

/** Lines per seal: few enough that a broken one narrows down where. */
const LINES_PER_SEAL = 1000

export type SealReport = { seals: number; lines: number }

/**
 * Seals all journal lines that have no seal yet. Safe to run at any time and in several processes at
 * once: one seals at a time, and each line gets one seal.
 */
export async function sealJournal(container: MedusaContainer): Promise<SealReport> {
  const { journal } = resolveLoyaltyPoints(container)
  const report: SealReport = { seals: 0, lines: 0 }
  for (;;) {
    const seal = await journal.seal(LINES_PER_SEAL)
    if (!seal) {
      return report
    }
    report.seals += 1
    report.lines += seal.lines
    if (seal.lines < LINES_PER_SEAL) {
      return report
    }
  }
}

const sealJournalStep = createStep(
  "loyalty-points-seal-journal",
  async (_: Record<string, never>, { container }) => new StepResponse(await sealJournal(container))
)

/**
 * `sealJournal` as a workflow. It has no compensation: a seal is never removed.
 *
 * @example
 * const { result } = await sealJournalWorkflow(container).run({ input: {} })
 */
export const sealJournalWorkflow = createWorkflow(
  "loyalty-points-seal-journal",
  (input: Record<string, never>) => new WorkflowResponse(sealJournalStep(input))
)
