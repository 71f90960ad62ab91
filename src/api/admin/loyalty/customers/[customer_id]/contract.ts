import { z } from "@medusajs/framework/zod"

import { loyaltyAccount } from "../../../../shared/answers/account"
import { walletQuerySchema } from "../../../../shared/wallet-parameter"
import type { ApiRoute } from "../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/customers/:customer_id",
    tag: "Accounts",
    access: "merchant",
    summary: "Read a customer's account",
    description: "It exists from the first look. 404 without such a customer.",
    query: walletQuerySchema,
    answer: z.strictObject({ loyalty_account: loyaltyAccount }),
    errors: [400, 401, 404],
  },
]
