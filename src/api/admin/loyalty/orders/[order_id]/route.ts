import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { loadOrder } from "../../../../../workflows/settlement/order-view"
import { loyaltyOrder } from "../loyalty-order"

/** The points of an order. 404 without such an order. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await loadOrder(req.scope, req.params.order_id as string)
  res.json({ loyalty_order: await loyaltyOrder(req.scope, order) })
}
