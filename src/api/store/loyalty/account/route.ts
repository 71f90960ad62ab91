import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { chooseRemindersWorkflow } from "../../../../workflows/reminders/choose-reminders"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import type { WalletQuery } from "../../../shared/wallet-parameter"
import { summarizeOrders } from "./summarize-orders"
import type { UpdateAccountBody } from "./validators"

/** The customer's account of one wallet, opened at the first look, and a summary of their orders. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customerId = req.auth_context.actor_id
  const loyaltyPoints = resolveLoyaltyPoints(req.scope)
  const { code } = loyaltyPoints.wallets.named((req.validatedQuery as WalletQuery).wallet)
  const [loyalty_account, orders] = await Promise.all([
    loyaltyPoints.accounts.ensure(customerId, loyaltyPoints.now(), code),
    summarizeOrders(req.scope, customerId),
  ])
  res.json({ loyalty_account, orders })
}

/** Keeps the customer's choice whether to be reminded of points that will expire. */
export async function POST(
  req: AuthenticatedMedusaRequest<UpdateAccountBody>,
  res: MedusaResponse
): Promise<void> {
  const { result: loyalty_account } = await chooseRemindersWorkflow(req.scope).run({
    input: { ...req.validatedBody, customer_id: req.auth_context.actor_id },
  })
  res.json({ loyalty_account })
}
