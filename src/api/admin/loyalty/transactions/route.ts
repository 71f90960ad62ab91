import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import {
  BEGINNING,
  cursorOf,
  placeOfCursor,
} from "../../../../modules/loyalty-points/journal/place"
import { resolveLoyaltyPoints } from "../../../../workflows/shared/loyalty-points"
import type { FeedQuery } from "./validators"

/** The journal of all accounts since a cursor: each line once, none that commits late left out. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, FeedQuery>,
  res: MedusaResponse
): Promise<void> {
  const { after, limit } = req.validatedQuery as FeedQuery
  const { journal } = resolveLoyaltyPoints(req.scope)
  const { lines, next, has_more } = await journal.since(placeOfCursor(after) ?? BEGINNING, limit)
  res.json({ loyalty_transactions: lines, next_after: cursorOf(next), has_more })
}
