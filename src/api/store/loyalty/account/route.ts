import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import { summarizeOrders } from "./summarize-orders"

/** The customer's account, opened at the first look, and a summary of their orders. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customerId = req.auth_context.actor_id
  const [loyalty_account, orders] = await Promise.all([
    resolveLoyaltyPoints(req.scope).ensureAccount(customerId),
    summarizeOrders(req.scope, customerId),
  ])
  res.json({ loyalty_account, orders })
}
