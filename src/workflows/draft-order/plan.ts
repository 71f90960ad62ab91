import type { MedusaContainer } from "@medusajs/framework/types"

import { holdChange } from "../../domain/checkout/hold-change"
import type { Held, HoldChange } from "../../domain/checkout/hold-change"
import { draftTarget } from "../../domain/checkout/target"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import type { HoldInput } from "../../modules/loyalty-points/ledger/types"
import { adjustmentsOf, quoteCart } from "../checkout/quote-cart"
import type { CartQuote } from "../checkout/quote-cart"
import type { LineAdjustments } from "../shared/line-adjustments"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"
import { changedLines } from "./changed-lines"
import type { DraftView } from "./draft-view"

/** What has to change on a draft, and its hold, to match what points can do on it. */
export type DraftPlan = {
  lines: LineAdjustments[]
  redemption: LoyaltyRedemptionDTO | null
  change: HoldChange
  /** The new hold; null when points are freed. */
  hold: HoldInput | null
  /** Whether the request ends too; otherwise it waits until points can be used again. */
  ends: boolean
  quote: CartQuote["quote"]
}

/**
 * Quotes a draft in its current state.
 *
 * @param remove takes the points off, whatever was requested
 */
export async function planDraft(
  container: MedusaContainer,
  draft: DraftView,
  remove = false
): Promise<DraftPlan> {
  const redemption = await resolveLoyaltyPoints(container).redemptions.activeOf(
    draftTarget(draft.id)
  )
  // A draft transferred to somebody else is not paid with the first customer's points.
  const ends = remove || redemption?.customer_id !== draft.customer?.id
  const cartQuote = await quoteCart(container, draft, ends ? null : redemption)
  const { quote } = cartQuote
  const wanted = { points: quote.points_applied, discount: quote.discount }
  return {
    lines: changedLines(draft, adjustmentsOf(cartQuote)),
    redemption,
    change: holdChange(heldBy(redemption), wanted),
    hold: redemption && holdOf(redemption, cartQuote),
    ends,
    quote,
  }
}

/** What a redemption holds now. */
export function heldBy(redemption: LoyaltyRedemptionDTO | null): Held {
  return redemption?.status === "held" ? redemption : { points: 0, discount: 0 }
}

function holdOf({ id }: LoyaltyRedemptionDTO, { quote, program }: CartQuote): HoldInput | null {
  if (quote.points_applied === 0 || !program) {
    return null
  }
  return {
    redemption_id: id,
    attempt: null,
    points: quote.points_applied,
    discount: String(quote.discount),
    program: { id: program.id, version: program.version },
  }
}
