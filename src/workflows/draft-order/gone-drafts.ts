import type { MedusaContainer } from "@medusajs/framework/types"

import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { findDrafts, isLive } from "./draft-view"

/**
 * The holds whose draft is one no more: deleted, canceled or made an order. All holds of drafts are
 * looked at, a page with one query each: however many drafts wait, none hides another.
 */
export async function* holdsOfGoneDrafts(
  container: MedusaContainer,
  pageSize: number
): AsyncGenerator<LoyaltyRedemptionDTO> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  let page: LoyaltyRedemptionDTO[] = []
  do {
    page = await loyaltyPoints.redemptions.draftsHeld(page.at(-1)?.id ?? "", pageSize)
    const ids = page.map(({ target }) => target.id)
    const drafts = ids.length > 0 ? await findDrafts(container, ids) : []
    const live = new Set(drafts.filter(isLive).map(({ id }) => id))
    yield* page.filter(({ target }) => !live.has(target.id))
  } while (page.length === pageSize)
}

/** The draft's own id when it became an order. */
export async function orderOfDraft(
  container: MedusaContainer,
  draftId: string
): Promise<string | undefined> {
  const [draft] = await findDrafts(container, [draftId])
  return draft && !draft.is_draft_order ? draft.id : undefined
}
