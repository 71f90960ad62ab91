import type { MedusaContainer } from "@medusajs/framework/types"

import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { findDrafts, isLive } from "./draft-view"

/**
 * The holds whose draft is no longer one: deleted, canceled or turned into an order. Looks at all holds
 * of drafts, one query per page, so that many open drafts cannot hide a gone one.
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

/** The draft's own id if it became an order. */
export async function orderOfDraft(
  container: MedusaContainer,
  draftId: string
): Promise<string | undefined> {
  const [draft] = await findDrafts(container, [draftId])
  return draft && !draft.is_draft_order ? draft.id : undefined
}
