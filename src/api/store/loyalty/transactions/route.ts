import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import type { TransactionsQuery } from "./validators"

/** The journal of one wallet of the customer's, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { wallet, ...page } = req.validatedQuery as TransactionsQuery
  const { accounts, wallets } = resolveLoyaltyPoints(req.scope)
  const { rows, count } = await accounts.transactionsOfCustomer(
    req.auth_context.actor_id,
    page,
    wallets.named(wallet).code
  )
  res.json({ loyalty_transactions: rows, count, offset: page.offset, limit: page.limit })
}
