import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import type { WalletQuery } from "../../../../shared/wallet-parameter"

/** The customer's account of one wallet, opened at the first look. 404 without such a customer. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const { code } = loyaltyPoints.wallets.named((req.validatedQuery as WalletQuery).wallet)
  const customer = await req.scope
    .resolve(Modules.CUSTOMER)
    .retrieveCustomer(req.params.customer_id as string, { select: ["id"] })
  const { accounts } = loyaltyPoints
  const loyalty_account = await accounts.ensure(customer.id, loyaltyPoints.now(), code)
  res.json({ loyalty_account })
}
