import type { MedusaContainer } from "@medusajs/framework/types"
import { PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

/** Input for Medusa's own refresh that only recomputes points and promotions. */
export const refreshInput = (cartId: string) => ({
  cart_id: cartId,
  promo_codes: [],
  action: PromotionActions.ADD,
  force_refresh_payment_collection: true,
})

/**
 * Quotes a cart's points again from inside a workflow that holds the cart's lock: run as that
 * workflow's child, the refresh does not acquire the lock again.
 */
export async function refreshPointsUnderLock(
  cartId: string,
  { container, idempotencyKey }: { container: MedusaContainer; idempotencyKey: string }
): Promise<void> {
  await updateCartPromotionsWorkflow(container).run({
    input: refreshInput(cartId),
    context: { parentStepIdempotencyKey: idempotencyKey },
  })
}
