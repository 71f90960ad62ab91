import { z } from "@medusajs/framework/zod"

import { loyaltyAccount } from "../../../../../shared/answers/account"
import { text } from "../../../../../shared/answers/fields"
import { loyaltyTransaction } from "../../../../../shared/answers/transaction"
import { noBody } from "../../../../../shared/validate"
import type { ApiRoute } from "../../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/admin/loyalty/customers/:customer_id/claim-guest-orders",
    tag: "Accounts",
    access: "merchant",
    summary: "Give a customer the orders that guests placed with their address",
    description:
      "The merchant vouches for the address, whatever the option `guestOrders` says. Orders of `failed_order_ids` can be claimed again. 400 for a customer who is not registered.",
    body: noBody,
    answer: z.strictObject({
      loyalty_account: loyaltyAccount,
      order_ids: z.array(text),
      failed_order_ids: z.array(text).describe("Claim again to retry them."),
      loyalty_transactions: z.array(loyaltyTransaction),
    }),
    errors: [400, 401, 404, 409],
  },
]
