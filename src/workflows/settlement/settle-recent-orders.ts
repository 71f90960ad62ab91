import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { DAY_IN_MS } from "../../domain/shared/day"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { recentOrderIds } from "./recent-orders"
import { settleOrder } from "./settle-order"

/** Orders checked, transactions that were missing, and the orders that could not be settled. */
export type SettleRecentReport = {
  orders: number
  transactions: number
  failed: { order_id: string; message: string }[]
}

/** `days`: how far back; by default the option `settleOrdersOfDays`. */
export type SettleRecentInput = { days?: number }

/**
 * Settles every recently changed order again, in case events got lost. Finds nothing to do when all
 * went well. An order that cannot be settled is reported and logged, and does not stop the others.
 */
export async function settleRecentOrders(
  container: MedusaContainer,
  { days }: SettleRecentInput = {}
): Promise<SettleRecentReport> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const reach = days ?? loyaltyPoints.options.settleOrdersOfDays
  const since = new Date(loyaltyPoints.now().getTime() - reach * DAY_IN_MS)
  const report: SettleRecentReport = { orders: 0, transactions: 0, failed: [] }
  for await (const orderId of recentOrderIds(container, since)) {
    report.orders += 1
    try {
      report.transactions += (await settleOrder(container, orderId)).length
    } catch (error) {
      report.failed.push({ order_id: orderId, message: (error as Error).message })
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`loyalty points: order ${orderId} could not be settled`, error as Error)
    }
  }
  return report
}

const settleRecentOrdersStep = createStep(
  "loyalty-points-settle-recent-orders",
  async (input: SettleRecentInput, { container }) =>
    new StepResponse(await settleRecentOrders(container, input))
)

/**
 * `settleRecentOrders` as a workflow.
 *
 * @example
 * const { result } = await settleRecentOrdersWorkflow(container).run({ input: { days: 30 } })
 */
export const settleRecentOrdersWorkflow = createWorkflow(
  "loyalty-points-settle-recent-orders",
  (input: SettleRecentInput) => new WorkflowResponse(settleRecentOrdersStep(input))
)
