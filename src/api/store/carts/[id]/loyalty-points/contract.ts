import { z } from "@medusajs/framework/zod"

import { fieldsQuery, medusas } from "../../../../shared/answers/medusa"
import { loyaltyQuote } from "../../../../shared/answers/quote"
import { applyPointsSchema } from "../../../../shared/points-field"
import type { ApiRoute } from "../../../../shared/contract"

const path = "/store/carts/:id/loyalty-points"

const changedCart = z.strictObject({ cart: medusas("cart"), loyalty_quote: loyaltyQuote })

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path,
    tag: "Store: carts",
    access: "customer?",
    summary: "Read what points can do on a cart",
    description:
      "Works for a guest's cart too: not eligible, with `points_to_earn`. A customer's cart answers 404 to everybody else.",
    answer: z.strictObject({ loyalty_quote: loyaltyQuote }),
    errors: [400, 404],
  },
  {
    method: "POST",
    path,
    tag: "Store: carts",
    access: "customer",
    summary: "Pay a cart with points",
    description:
      "`points` is the most to use; left out: as many as the rules allow. Posting again replaces, never adds. More points than the rules allow are lowered, and the quote says so. 400 with the reason when points cannot be used, and for more points than there are.",
    query: fieldsQuery,
    body: applyPointsSchema,
    answer: changedCart,
    errors: [400, 401, 404, 409],
  },
  {
    method: "DELETE",
    path,
    tag: "Store: carts",
    access: "customer",
    summary: "Take the points off a cart",
    description: "Answers the same when none were applied.",
    query: fieldsQuery,
    answer: changedCart,
    errors: [400, 401, 404, 409],
  },
]
