import { listed } from "../../../../../shared/answers/fields"
import { loyaltyTransaction } from "../../../../../shared/answers/transaction"
import { pageSchema } from "../../../../../shared/validate"
import type { ApiRoute } from "../../../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/accounts/:id/transactions",
    tag: "Accounts",
    access: "merchant",
    summary: "Read an account's journal, newest first",
    query: pageSchema,
    answer: listed("loyalty_transactions", loyaltyTransaction),
    errors: [400, 401, 404],
  },
]
