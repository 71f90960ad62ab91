import type { MedusaContainer } from "@medusajs/framework/types"

import { LOYALTY_POINTS_MODULE } from "../../modules/loyalty-points/key"
import type LoyaltyPointsModuleService from "../../modules/loyalty-points/service"

export function resolveLoyaltyPoints(container: MedusaContainer): LoyaltyPointsModuleService {
  return container.resolve<LoyaltyPointsModuleService>(LOYALTY_POINTS_MODULE)
}
