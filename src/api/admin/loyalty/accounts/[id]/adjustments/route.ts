import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { adjustPointsWorkflow } from "../../../../../../workflows/ledger/adjust-points"
import { resolveLoyaltyPoints } from "../../../../../../workflows/shared/loyalty-points"
import { actorOf } from "../../../../../shared/actor"
import type { AdjustmentBody } from "../../validators"

/** Gives or takes points by hand. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdjustmentBody>,
  res: MedusaResponse
): Promise<void> {
  const account_id = req.params.id as string
  const { result: loyalty_transaction } = await adjustPointsWorkflow(req.scope).run({
    input: { account_id, ...req.validatedBody, actor: actorOf(req) },
  })
  const loyalty_account = await resolveLoyaltyPoints(req.scope).accounts.retrieve(account_id)
  res.json({ loyalty_transaction, loyalty_account })
}
