import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { mergeAccountsWorkflow } from "../../../../../../workflows/accounts/merge-accounts"
import { resolveLoyaltyPoints } from "../../../../../../workflows/shared/loyalty-points"
import { actorOf } from "../../../../../shared/actor"
import type { MergeBody } from "../../validators"

/** Merges the account into another one, which is answered. */
export async function POST(
  req: AuthenticatedMedusaRequest<MergeBody>,
  res: MedusaResponse
): Promise<void> {
  const account_id = req.params.id as string
  const { result: loyalty_transactions } = await mergeAccountsWorkflow(req.scope).run({
    input: { account_id, ...req.validatedBody, actor: actorOf(req) },
  })
  const loyalty_account = await resolveLoyaltyPoints(req.scope).accounts.retrieve(
    req.validatedBody.into_account_id
  )
  res.json({ loyalty_account, loyalty_transactions })
}
