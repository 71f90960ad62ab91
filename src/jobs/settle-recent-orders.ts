import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { settleRecentOrdersWorkflow } from "../workflows/settlement/settle-recent-orders"
import type { SettleRecentReport } from "../workflows/settlement/settle-recent-orders"
import { onlyOnce } from "../workflows/shared/only-once"

/** Makes up for lost order events, on one instance; null on the others. */
export default async function settleRecentOrders(
  container: MedusaContainer
): Promise<SettleRecentReport | null> {
  return onlyOnce(container, config.name, async () => {
    const { result } = await settleRecentOrdersWorkflow(container).run({ input: {} })
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        `loyalty points: ${result.orders} recent orders settled again: ${result.transactions} transactions were missing, ${result.failed.length} orders failed`
      )
    return result
  })
}

/** At night, because it reads every order that changed in the last days. */
export const config = { name: "loyalty-points-settle-recent-orders", schedule: "30 2 * * *" }
