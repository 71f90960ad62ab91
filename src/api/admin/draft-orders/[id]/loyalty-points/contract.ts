import { z } from "@medusajs/framework/zod"

import { fieldsQuery, medusas } from "../../../../shared/answers/medusa"
import { loyaltyQuote } from "../../../../shared/answers/quote"
import { applyPointsSchema } from "../../../../shared/points-field"
import type { ApiRoute } from "../../../../shared/contract"

const path = "/admin/draft-orders/:id/loyalty-points"

const changedDraft = z.strictObject({
  draft_order: medusas("draft order"),
  loyalty_quote: loyaltyQuote,
})

export const contract: ApiRoute[] = [
  {
    method: "GET",
    path,
    tag: "Orders",
    access: "merchant",
    summary: "Read what the customer's points can do on a draft order",
    answer: z.strictObject({ loyalty_quote: loyaltyQuote }),
    errors: [400, 401, 404],
  },
  {
    method: "POST",
    path,
    tag: "Orders",
    access: "merchant",
    summary: "Pay a draft order with points",
    description:
      "`points` is the most to use; left out: as many as the rules allow. Posting again replaces, never adds. The points are held until the draft becomes an order. 400 with the reason when points cannot be used, for more points than there are (the draft's own included), for what is no draft any more, and while it is being edited (`loyalty_draft_being_edited`).",
    query: fieldsQuery,
    body: applyPointsSchema,
    answer: changedDraft,
    errors: [400, 401, 404, 409],
  },
  {
    method: "DELETE",
    path,
    tag: "Orders",
    access: "merchant",
    summary: "Take the points off a draft order",
    description: "Answers the same when none were applied.",
    query: fieldsQuery,
    answer: changedDraft,
    errors: [400, 401, 404, 409],
  },
]
