import { z } from "@medusajs/framework/zod"

import { loyaltyOrder } from "../../../../shared/answers/order"
import type { ApiRoute } from "../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/orders/:order_id",
    tag: "Orders",
    access: "merchant",
    summary: "Read the points of an order",
    answer: z.strictObject({ loyalty_order: loyaltyOrder }),
    errors: [401, 404],
  },
]
