import type { MedusaContainer } from "@medusajs/framework/types"

import type { LoyaltyRedemptionDTO } from "../../modules/loyalty-points/checkout/redemption-dto"
import { resolveLoyaltyPoints } from "../shared/loyalty-points"

/** Ends the use of points on a draft: held points can be spent again. */
export async function freePoints(
  container: MedusaContainer,
  { id, target, status }: Pick<LoyaltyRedemptionDTO, "id" | "target" | "status">
): Promise<void> {
  const loyaltyPoints = resolveLoyaltyPoints(container)
  if (status === "held") {
    await loyaltyPoints.ledger.release({ redemption_id: id })
    return
  }
  await loyaltyPoints.redemptions.withdraw(target)
}
