import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../../../workflows/shared/loyalty-points"
import type { PageQuery } from "../../../../../shared/validate"

/** The account's journal, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery as PageQuery
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const account = await loyaltyPoints.accounts.retrieve(req.params.id as string)
  const { rows, count } = await loyaltyPoints.accounts.transactions(account.id, {
    limit,
    offset,
  })
  res.json({ loyalty_transactions: rows, count, offset, limit })
}
