import type { MedusaContainer } from "@medusajs/framework/types"

import { cartTarget } from "../../domain/checkout/target"
import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { newRedemptionId } from "../../modules/loyalty-points/ledger/ids"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

/**
 * The request on a cart whose lock the caller holds. No completion can be running, so a hold found here
 * was left by a crash: it is released first, and the request stays.
 */
export async function findRequest(
  container: MedusaContainer,
  cartId: string
): Promise<LoyaltyRedemptionDTO | null> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  const redemption = await loyaltyPoints.redemptions.activeOf(cartTarget(cartId))
  if (redemption?.status !== "held") {
    return redemption
  }
  await loyaltyPoints.ledger.release({
    redemption_id: redemption.id,
    reapply_id: newRedemptionId(),
  })
  return loyaltyPoints.redemptions.activeOf(cartTarget(cartId))
}
