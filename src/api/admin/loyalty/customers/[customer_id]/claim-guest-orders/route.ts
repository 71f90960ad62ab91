import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { claimGuestOrdersWorkflow } from "../../../../../../workflows/accounts/claim-guest-orders"
import { resolveLoyaltyPoints } from "../../../../../../workflows/shared/loyalty-points"

/** The merchant vouches that the customer's e-mail address is theirs; the option is not asked. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customer_id = req.params.customer_id as string
  const { result } = await claimGuestOrdersWorkflow(req.scope).run({ input: { customer_id } })
  const { transactions, ...orders } = result
  const loyalty_account = await resolveLoyaltyPoints(req.scope).accounts.ensure(customer_id)
  res.json({ loyalty_account, ...orders, loyalty_transactions: transactions })
}
