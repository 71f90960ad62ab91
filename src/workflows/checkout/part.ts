import type { MedusaContainer } from "@medusajs/framework/types"

import type { PartProvider } from "../../domain/checkout/adjustment-code"
import type { CartView, PromotionView } from "../shared/cart-view"

/**
 * A line adjustment as the cart module creates it. Its `provider_id` is the part's own; its code is
 * nothing that a promotion may be called, for such a promotion would be applied for free.
 */
export type NewAdjustment = {
  item_id: string
  amount: string
  code: string
  description: string
  provider_id: PartProvider
  is_tax_inclusive: true
}

/**
 * A cart that Medusa refreshes. `promotions` are those that it is about to put on the cart, `taken`
 * what the parts before take off its lines.
 */
export type RefreshedCart = {
  container: MedusaContainer
  cart: CartView
  promotions: () => Promise<PromotionView>
  taken: readonly NewAdjustment[]
}

/** A cart being completed; `attempt` identifies this try. */
export type CompletingCart = { container: MedusaContainer; cart: CartView; attempt: string }

/**
 * The outcome of a part's hold: nothing to hold, something held (`held` is kept as JSON for its
 * release), or refused because the cart no longer shows what is valid. `explain` is called once the
 * cart has been corrected.
 */
export type HoldOutcome =
  | { status: "nothing" }
  | { status: "held"; held: unknown }
  | { status: "refused"; code: string; explain: () => Promise<string> }

/**
 * One way to pay at checkout: points, and whatever a capability adds. Parts run in a fixed order; each
 * sees what the previous ones took off a line.
 */
export type CheckoutPart = {
  key: string
  /**
   * What it takes off the cart's lines, on each refresh. A cart without it costs one indexed query.
   * When it fails the cart is shown without this part alone.
   */
  quote(refreshed: RefreshedCart): Promise<NewAdjustment[]>
  /** Checks what the cart shows and holds it for one attempt, in one atomic step. */
  hold(completing: CompletingCart): Promise<HoldOutcome>
  /** Frees what was held, because the order was not placed. Safe to repeat. */
  release(held: unknown, container: MedusaContainer): Promise<void>
}
