import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { loadOrder } from "../../../../../../workflows/settlement/order-view"
import { settleOrderWorkflow } from "../../../../../../workflows/settlement/settle-order"
import { loyaltyOrder } from "../../loyalty-order"

/** Settles the order again: a ledger that is right is left alone. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const order_id = req.params.order_id as string
  await settleOrderWorkflow(req.scope).run({ input: { order_id } })
  const order = await loadOrder(req.scope, order_id)
  res.json({ loyalty_order: await loyaltyOrder(req.scope, order) })
}
