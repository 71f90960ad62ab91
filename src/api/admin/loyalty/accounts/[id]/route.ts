import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import { withCustomers } from "../with-customers"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const account = await resolveLoyaltyPoints(req.scope).accounts.retrieve(id)
  const [loyalty_account] = await withCustomers(req.scope, [account])
  res.json({ loyalty_account })
}
