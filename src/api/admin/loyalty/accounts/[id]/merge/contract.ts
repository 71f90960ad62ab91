import { z } from "@medusajs/framework/zod"

import { loyaltyAccount } from "../../../../../shared/answers/account"
import { loyaltyTransaction } from "../../../../../shared/answers/transaction"
import { mergeSchema } from "../../validators"
import type { ApiRoute } from "../../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/admin/loyalty/accounts/:id/merge",
    tag: "Accounts",
    access: "merchant",
    summary: "Merge an account into another one, for good",
    description:
      "Moves everything, that of the customer's other wallets too, closes the accounts and answers the one that is kept. The same merge again answers the transactions so far. 400 for one and the same account, two wallets, a closed account, or while an order that is being completed holds points of the first (`loyalty_points_held`).",
    body: mergeSchema,
    answer: z.strictObject({
      loyalty_account: loyaltyAccount,
      loyalty_transactions: z.array(loyaltyTransaction),
    }),
    errors: [400, 401, 404, 409],
  },
]
