import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { refreshPointsOnCart, undoRefreshPointsOnCart } from "../checkout/promotions-hook"
import { takeSlot } from "./take-slot"

takeSlot("updateCartPromotionsWorkflow", updateCartPromotionsWorkflow, () =>
  updateCartPromotionsWorkflow.hooks.validate(refreshPointsOnCart, undoRefreshPointsOnCart)
)
