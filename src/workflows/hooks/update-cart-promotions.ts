import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import { refreshPointsOnCart, undoRefreshPointsOnCart } from "../checkout/promotions-hook"
import { hooksAreOurs } from "./is-enabled"

if (hooksAreOurs()) {
  updateCartPromotionsWorkflow.hooks.validate(refreshPointsOnCart, undoRefreshPointsOnCart)
}
