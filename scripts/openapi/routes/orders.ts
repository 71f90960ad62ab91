import { z } from "@medusajs/framework/zod"

import { applyPointsSchema } from "../../../src/api/shared/points-field"
import { noBody } from "../../../src/api/shared/validate"
import { loyaltyOrder } from "../answers/orders"
import { loyaltyQuote } from "../answers/quote"
import { fieldsQuery, medusas } from "./medusa"
import type { ApiRoute } from "./route"

const order = "/admin/loyalty/orders/:order_id"
const draftPoints = "/admin/draft-orders/:id/loyalty-points"

const oneOrder = z.strictObject({ loyalty_order: loyaltyOrder })
const changedDraft = z.strictObject({
  draft_order: medusas("draft order"),
  loyalty_quote: loyaltyQuote,
})

export const orderRoutes: ApiRoute[] = [
  {
    method: "GET",
    path: order,
    tag: "Orders",
    access: "merchant",
    summary: "Read the points of an order",
    answer: oneOrder,
    errors: [401, 404],
  },
  {
    method: "POST",
    path: `${order}/settle`,
    tag: "Orders",
    access: "merchant",
    summary: "Settle an order again",
    description: "A ledger that is right is left alone.",
    body: noBody,
    answer: oneOrder,
    errors: [400, 401, 404, 409],
  },
  {
    method: "GET",
    path: draftPoints,
    tag: "Orders",
    access: "merchant",
    summary: "Read what the customer's points can do on a draft order",
    answer: z.strictObject({ loyalty_quote: loyaltyQuote }),
    errors: [400, 401, 404],
  },
  {
    method: "POST",
    path: draftPoints,
    tag: "Orders",
    access: "merchant",
    summary: "Pay a draft order with points",
    description:
      "Posting again replaces, never adds. The points are held until the draft becomes an order. 400 for what is no draft any more, and while it is being edited (`loyalty_draft_being_edited`).",
    query: fieldsQuery,
    body: applyPointsSchema,
    answer: changedDraft,
    errors: [400, 401, 404, 409],
  },
  {
    method: "DELETE",
    path: draftPoints,
    tag: "Orders",
    access: "merchant",
    summary: "Take the points off a draft order",
    description: "Answers the same when none were applied.",
    query: fieldsQuery,
    answer: changedDraft,
    errors: [400, 401, 404, 409],
  },
]
