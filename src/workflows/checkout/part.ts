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

/** A cart that is being completed; `attempt` tags this try. */
export type CompletingCart = { container: MedusaContainer; cart: CartView; attempt: string }

/**
 * What became of a part's hold: nothing to hold, something is held (`held` is kept for its release,
 * as JSON), or the part cannot be paid as the cart shows it. `explain` is asked once the cart has been
 * put right.
 */
export type HoldOutcome =
  | { status: "nothing" }
  | { status: "held"; held: unknown }
  | { status: "refused"; code: string; explain: () => Promise<string> }

/**
 * One way to pay at checkout: points, and whatever a capability adds. Parts come in a fixed order; what
 * one takes off a line the next one sees.
 */
export type CheckoutPart = {
  key: string
  /**
   * What it takes off the cart's lines, on each refresh. A cart without it costs one indexed query.
   * When it fails the cart is shown without this part alone.
   */
  quote(refreshed: RefreshedCart): Promise<NewAdjustment[]>
  /** Checks what the cart shows and sets it aside, in one atomic step, for one attempt. */
  hold(completing: CompletingCart): Promise<HoldOutcome>
  /** Frees what was held: the order was not made. Again, it finds nothing to do. */
  release(held: unknown, container: MedusaContainer): Promise<void>
}
