import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"

/** The customer's account, opened at the first look. 404 without such a customer. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customer = await req.scope
    .resolve(Modules.CUSTOMER)
    .retrieveCustomer(req.params.customer_id as string, { select: ["id"] })
  const loyalty_account = await resolveLoyaltyPoints(req.scope).accounts.ensure(customer.id)
  res.json({ loyalty_account })
}
