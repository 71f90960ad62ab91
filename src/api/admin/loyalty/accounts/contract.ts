import { loyaltyAccountWithCustomer } from "../../../shared/answers/account"
import { listed } from "../../../shared/answers/fields"
import { accountsQuerySchema } from "./validators"
import type { ApiRoute } from "../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/accounts",
    tag: "Accounts",
    access: "merchant",
    summary: "Search the accounts",
    description:
      "`q`: an e-mail address, a name, or part of one; a customer's or an account's id. `order`: `balance`, `available`, `held`, `pending`, `lifetime_earned`, `lifetime_redeemed`, `created_at` or `updated_at` (the default), with a leading `-` from high to low.",
    query: accountsQuerySchema,
    answer: listed("loyalty_accounts", loyaltyAccountWithCustomer),
    errors: [400, 401],
  },
]
