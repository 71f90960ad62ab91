import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { claimIfProven } from "../../../../workflows/accounts/claim-guest-orders"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"

/** Points for the orders that the customer placed as a guest, with the same verified address. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customerId = req.auth_context.actor_id
  const { order_ids } = await claimIfProven(req.scope, customerId)
  const loyalty_account = await resolveLoyaltyPoints(req.scope).accounts.ensure(customerId)
  res.json({ loyalty_account, order_ids })
}
