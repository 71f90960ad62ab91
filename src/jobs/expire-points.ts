import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { ExpiryReport } from "../workflows/expiry/expire-in-chunks"
import { expirePointsWorkflow } from "../workflows/expiry/expire-points"
import { onlyOnce } from "../workflows/shared/only-once"

/** Expires due points on one instance; another running at the same time does nothing (null). */
export default async function expirePoints(
  container: MedusaContainer
): Promise<ExpiryReport | null> {
  return onlyOnce(container, config.name, async () => {
    const { result } = await expirePointsWorkflow(container).run({ input: {} })
    if (result.accounts + result.failed > 0) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .info(
          `loyalty points: ${result.points} points of ${result.accounts} accounts expired, ${result.failed} failed`
        )
    }
    return result
  })
}

/**
 * Every hour, so that points that live to the end of a day expire soon after midnight in any time zone,
 * and expiry events come within the hour. An hour without due points costs one index lookup.
 */
export const config = { name: "loyalty-points-expire-points", schedule: "7 * * * *" }
