import type { MedusaContainer } from "@medusajs/framework/types"
import { PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

/** Input of Medusa's own refresh that changes nothing but what points and promotions come to. */
export const refreshInput = (cartId: string) => ({
  cart_id: cartId,
  promo_codes: [],
  action: PromotionActions.ADD,
  force_refresh_payment_collection: true,
})

/**
 * Quotes the points of a cart anew from inside a workflow that holds the cart's lock: run as that
 * workflow's child, the refresh does not ask for the lock again.
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
