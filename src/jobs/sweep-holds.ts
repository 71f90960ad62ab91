import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { sweepHoldsWorkflow, type SweepReport } from "../workflows/holds/sweep-holds"

/** Captures or releases points left held by a crash. */
export default async function sweepHolds(container: MedusaContainer): Promise<SweepReport> {
  const { result } = await sweepHoldsWorkflow(container).run({ input: {} })
  if (result.captured + result.released + result.failed > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        `loyalty points: holds left behind: ${result.captured} captured, ${result.released} released, ${result.failed} failed`
      )
  }
  return result
}

export const config = { name: "loyalty-points-sweep-holds", schedule: "*/5 * * * *" }
