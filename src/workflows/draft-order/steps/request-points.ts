import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { draftTarget } from "../../../domain/checkout/target"
import type { LoyaltyRedemptionDTO } from "../../../modules/loyalty-points/checkout/redemption-dto"
import { quoteCart } from "../../checkout/quote-cart"
import { refuseMoreThanAvailable, refuseUnlessEligible } from "../../checkout/refuse"
import { writeRequest } from "../../checkout/steps/request-points"
import { resolveLoyaltyPoints } from "../../shared/loyalty-points"
import { loadLiveDraft, refuseWhileEdited } from "../draft-view"
import { freePoints } from "../free-hold"

export type ApplyPointsToDraftInput = {
  draft_order_id: string
  /** The most to use; left out: as many as the rules allow. */
  points?: number
}

type Undo = { draft_order_id: string; previous: LoyaltyRedemptionDTO | null }

/** Checks the rules and writes the request. Its compensation restores the previous request. */
export const requestPointsOnDraftStep = createStep(
  "loyalty-points-request-on-draft",
  async ({ draft_order_id, points }: ApplyPointsToDraftInput, { container }) => {
    const draft = await loadLiveDraft(container, draft_order_id)
    await refuseWhileEdited(container, draft_order_id)
    const previous = await resolveLoyaltyPoints(container).redemptions.activeOf(
      draftTarget(draft_order_id)
    )
    const { quote } = await quoteCart(container, draft, previous)
    refuseUnlessEligible(quote)
    refuseMoreThanAvailable(quote, points)
    const customerId = (draft.customer as { id: string }).id
    const isOthers = previous !== null && previous.customer_id !== customerId
    if (isOthers) {
      await freePoints(container, previous)
    }
    await writeRequest(container, {
      target: draftTarget(draft.id),
      customer_id: customerId,
      currency_code: draft.currency_code,
      points: points ?? quote.available,
    })
    const undo: Undo = { draft_order_id, previous: isOthers ? null : previous }
    return new StepResponse(void 0, undo)
  },
  async (undo: Undo | undefined, { container }) => {
    if (!undo) {
      return
    }
    const { draft_order_id, previous } = undo
    if (!previous) {
      return resolveLoyaltyPoints(container).redemptions.withdraw(draftTarget(draft_order_id))
    }
    const draft = await loadLiveDraft(container, draft_order_id)
    await writeRequest(container, {
      target: previous.target,
      customer_id: previous.customer_id,
      currency_code: draft.currency_code,
      points: previous.points_requested,
    })
  }
)
