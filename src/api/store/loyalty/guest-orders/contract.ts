import { z } from "@medusajs/framework/zod"

import { loyaltyAccount } from "../../../shared/answers/account"
import { text } from "../../../shared/answers/fields"
import { noBody } from "../../../shared/validate"
import type { ApiRoute } from "../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/store/loyalty/guest-orders",
    tag: "Store: points",
    access: "customer",
    summary: "Claim the points of orders placed as a guest with the same address",
    description:
      "400 as long as the option `guestOrders.claim` is off or the customer's address is not verified.",
    body: noBody,
    answer: z.strictObject({ loyalty_account: loyaltyAccount, order_ids: z.array(text) }),
    errors: [400, 401, 409],
  },
]
