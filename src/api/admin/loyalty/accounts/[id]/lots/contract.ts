import { z } from "@medusajs/framework/zod"

import { count, listed, text, time } from "../../../../../shared/answers/fields"
import { pageSchema } from "../../../../../shared/validate"
import type { ApiRoute } from "../../../../../shared/contract"

const loyaltyLot = z
  .strictObject({
    id: text,
    account_id: text,
    points: count.describe("Points that the lot was opened with."),
    remaining: count.describe("Points that are left of it."),
    available_at: time.describe("From when on its points can be spent."),
    expires_at: time.nullable().describe("null: never."),
    created_at: time,
  })
  .meta({ id: "LoyaltyLot", description: "Points that came together and expire together." })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path: "/admin/loyalty/accounts/:id/lots",
    tag: "Accounts",
    access: "merchant",
    summary: "Read an account's lots",
    description: "Those with points first, the first to expire before the others.",
    query: pageSchema,
    answer: listed("loyalty_lots", loyaltyLot),
    errors: [400, 401, 404],
  },
]
