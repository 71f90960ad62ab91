import { z } from "@medusajs/framework/zod"

import { loyaltyAccountWithCustomer } from "../../../../shared/answers/account"
import type { ApiRoute } from "../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/accounts/:id",
    tag: "Accounts",
    access: "merchant",
    summary: "Read an account",
    answer: z.strictObject({ loyalty_account: loyaltyAccountWithCustomer }),
    errors: [401, 404],
  },
]
