import { z } from "@medusajs/framework/zod"

import { loyaltyAccount } from "../../../../../shared/answers/account"
import { loyaltyTransaction } from "../../../../../shared/answers/transaction"
import { adjustmentSchema } from "../../validators"
import type { ApiRoute } from "../../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "POST",
    path: "/admin/loyalty/accounts/:id/adjustments",
    tag: "Accounts",
    access: "merchant",
    summary: "Give or take points by hand",
    description:
      "`points` is signed and not 0. 400 for taking more than is available. The same `idempotency_key` again answers the first result; 422 when it comes with other input.",
    body: adjustmentSchema,
    answer: z.strictObject({
      loyalty_transaction: loyaltyTransaction,
      loyalty_account: loyaltyAccount,
    }),
    errors: [400, 401, 404, 409, 422],
  },
]
