import { z } from "@medusajs/framework/zod"

import { loyaltyOrder } from "../../../../../shared/answers/order"
import { noBody } from "../../../../../shared/validate"
import type { ApiRoute } from "../../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/admin/loyalty/orders/:order_id/settle",
    tag: "Orders",
    access: "merchant",
    summary: "Settle an order again",
    description: "A ledger that is right is left alone.",
    body: noBody,
    answer: z.strictObject({ loyalty_order: loyaltyOrder }),
    errors: [400, 401, 404, 409],
  },
]
