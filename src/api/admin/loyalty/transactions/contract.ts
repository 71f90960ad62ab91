import { z } from "@medusajs/framework/zod"

import { count, text } from "../../../shared/answers/fields"
import { loyaltyTransaction } from "../../../shared/answers/transaction"
import { feedQuerySchema } from "./validators"
import type { ApiRoute } from "../../../shared/contract"

const journalLine = loyaltyTransaction
  .extend({
    customer_id: text.describe("Whose points they are."),
    wallet: text.describe("The wallet's code."),
    version: count.describe("1, 2, 3, … within the account."),
  })
  .meta({ id: "LoyaltyJournalLine", description: "A line of the journal with whose it is." })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/transactions",
    tag: "Accounts",
    access: "merchant",
    summary: "Read the journal of all accounts since a cursor",
    description:
      "Every line exactly once, for exports and other systems: keep `next_after` and ask again with it as `after`; left out: from the beginning. `limit` is 1 to 1,000, 100 by default. A line appears once nothing can be written before it any more. Lines of one account that were written at the same instant may come out of order; `version` orders them.",
    query: feedQuerySchema,
    answer: z.strictObject({
      loyalty_transactions: z.array(journalLine),
      next_after: text.describe("Where the next call goes on."),
      has_more: z.boolean().describe("Whether more lines are there already."),
    }),
    errors: [400, 401],
  },
]
