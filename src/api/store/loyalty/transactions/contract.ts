import { listed } from "../../../shared/answers/fields"
import { loyaltyTransaction } from "../../../shared/answers/transaction"
import { transactionsQuerySchema } from "./validators"
import type { ApiRoute } from "../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/store/loyalty/transactions",
    tag: "Store: points",
    access: "customer",
    summary: "Read the customer's journal, newest first",
    description: "Equally fast at any offset.",
    query: transactionsQuerySchema,
    answer: listed("loyalty_transactions", loyaltyTransaction),
    errors: [400, 401],
  },
]
