import { listed } from "../../../shared/answers/fields"
import { loyaltyWallet } from "../../../shared/answers/wallet"
import { pageSchema } from "../../../shared/validate"
import type { ApiRoute } from "../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/store/loyalty/wallets",
    tag: "Store: points",
    access: "anyone",
    summary: "List the wallets that the store declares, `points` first",
    query: pageSchema,
    answer: listed("loyalty_wallets", loyaltyWallet),
    errors: [400],
  },
]
