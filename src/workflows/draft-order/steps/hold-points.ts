import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { isLedgerError, LedgerErrorCode } from "../../../modules/loyalty-points/ledger/errors"
import { newRedemptionId } from "../../../modules/loyalty-points/ledger/ids"
import type { HoldInput } from "../../../modules/loyalty-points/ledger/types"
import { refuseUnlessEligible } from "../../checkout/refuse"
import { resolveLoyaltyPoints } from "../../shared/loyalty-points"
import { findDrafts, isBeingEdited, isLive, loadLiveDraft, refuseWhileEdited } from "../draft-view"
import type { DraftView } from "../draft-view"
import { heldBy, planDraft } from "../plan"
import type { DraftPlan } from "../plan"

export type HoldOnDraftInput = { draft_order_id: string; wish: "apply" | "remove" }

/** The hold to restore; null when nothing was held. */
type Undo = { redemption_id: string; previous: HoldInput | null }

/** Attempts at a hold, in case the points are spent elsewhere after the quote. */
const ATTEMPTS = 3

/** Holds the missing points before the discount changes; nothing is freed yet. */
export const holdPointsOnDraftStep = createStep(
  "loyalty-points-hold-on-draft",
  async ({ draft_order_id, wish }: HoldOnDraftInput, { container }) => {
    const draft = await loadLiveDraft(container, draft_order_id)
    await refuseWhileEdited(container, draft_order_id)
    const plan = await planAndHold(container, draft, wish)
    return new StepResponse(plan, undoOf(plan))
  },
  undoHold
)

/** The same for a draft changed by Medusa; null if its points cannot change now. */
export const refreshHoldOfDraftStep = createStep(
  "loyalty-points-refresh-hold-of-draft",
  async ({ draft_order_id }: { draft_order_id: string }, { container }) => {
    const [draft] = await findDrafts(container, [draft_order_id])
    if (!draft || !isLive(draft) || (await isBeingEdited(container, draft_order_id))) {
      return new StepResponse(null)
    }
    const plan = await planAndHold(container, draft, "refresh")
    return new StepResponse(plan, undoOf(plan))
  },
  undoHold
)

async function planAndHold(
  container: MedusaContainer,
  draft: DraftView,
  wish: "apply" | "remove" | "refresh"
): Promise<DraftPlan> {
  for (let attempt = 1; ; attempt++) {
    const plan = await planDraft(container, draft, wish === "remove")
    if (wish === "apply") {
      refuseUnlessEligible(plan.quote)
    }
    try {
      if (plan.change === "hold" && plan.hold) {
        await resolveLoyaltyPoints(container).ledger.hold(plan.hold)
      }
      return plan
    } catch (error) {
      if (attempt === ATTEMPTS || !isLedgerError(error, LedgerErrorCode.INSUFFICIENT_POINTS)) {
        throw error
      }
    }
  }
}

function undoOf({ change, hold, redemption }: DraftPlan): Undo | undefined {
  if (change !== "hold" || !hold) {
    return undefined
  }
  const { points, discount } = heldBy(redemption)
  const previous = points > 0 ? { ...hold, points, discount: String(discount) } : null
  return { redemption_id: hold.redemption_id, previous }
}

async function undoHold(
  undo: Undo | undefined,
  { container }: { container: MedusaContainer }
): Promise<void> {
  if (!undo) {
    return
  }
  const { redemption_id, previous } = undo
  const loyaltyPoints = resolveLoyaltyPoints(container)
  if (previous) {
    return loyaltyPoints.ledger.hold(previous)
  }
  await loyaltyPoints.ledger.release({ redemption_id, reapply_id: newRedemptionId() })
}
