import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import type { PageQuery } from "../../../shared/validate"

/** The customer's journal, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = req.validatedQuery as PageQuery
  const { rows, count } = await resolveLoyaltyPoints(req.scope).accounts.transactionsOfCustomer(
    req.auth_context.actor_id,
    page
  )
  res.json({ loyalty_transactions: rows, count, offset: page.offset, limit: page.limit })
}
