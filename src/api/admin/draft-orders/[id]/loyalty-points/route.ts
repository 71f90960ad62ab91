import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import type { Quote } from "../../../../../domain/checkout/quote"
import { draftTarget } from "../../../../../domain/checkout/target"
import { quoteCart } from "../../../../../workflows/checkout/quote-cart"
import { applyPointsToDraftOrderWorkflow } from "../../../../../workflows/draft-order/apply-points-to-draft-order"
import { loadLiveDraft } from "../../../../../workflows/draft-order/draft-view"
import { removePointsFromDraftOrderWorkflow } from "../../../../../workflows/draft-order/remove-points-from-draft-order"
import { resolveLoyaltyPoints } from "../../../../../workflows/shared/loyalty-points"
import type { ApplyPointsBody } from "../../../../shared/points-field"

/** What its customer's points can do on the draft now. Nothing is written. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ loyalty_quote: await currentQuote(req) })
}

/** Pays with points, at most `points` of them; posting again replaces what was applied before. */
export async function POST(
  req: AuthenticatedMedusaRequest<ApplyPointsBody>,
  res: MedusaResponse
): Promise<void> {
  await applyPointsToDraftOrderWorkflow(req.scope).run({
    input: { draft_order_id: draftId(req), points: req.validatedBody.points },
  })
  await respondWithDraft(req, res)
}

/** Takes the points off the draft, if there are any. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await removePointsFromDraftOrderWorkflow(req.scope).run({
    input: { draft_order_id: draftId(req) },
  })
  await respondWithDraft(req, res)
}

async function respondWithDraft(
  req: AuthenticatedMedusaRequest<unknown>,
  res: MedusaResponse
): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, loyalty_quote] = await Promise.all([
    query.graph({
      entity: "order",
      fields: req.queryConfig.fields,
      filters: { id: draftId(req) },
    }),
    currentQuote(req),
  ])
  res.json({ draft_order: data[0], loyalty_quote })
}

async function currentQuote(req: AuthenticatedMedusaRequest<unknown>): Promise<Quote> {
  const draft = await loadLiveDraft(req.scope, draftId(req))
  const redemption = await resolveLoyaltyPoints(req.scope).redemptions.activeOf(
    draftTarget(draft.id)
  )
  return (await quoteCart(req.scope, draft, redemption)).quote
}

const draftId = ({ params }: AuthenticatedMedusaRequest<unknown>): string => params.id as string
