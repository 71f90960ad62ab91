import { listed } from "../../../shared/answers/fields"
import { publicLoyaltyProgram } from "../../../shared/answers/program"
import { pageSchema } from "../../../shared/validate"
import type { ApiRoute } from "../../../shared/contract"

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/store/loyalty/programs",
    tag: "Store: points",
    access: "anyone",
    summary: "List the programs that are switched on",
    query: pageSchema,
    answer: listed("loyalty_programs", publicLoyaltyProgram),
    errors: [400],
  },
]
