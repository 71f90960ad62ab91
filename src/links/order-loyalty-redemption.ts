import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"

import LoyaltyPointsModule from "../modules/loyalty-points"

/** order → loyalty_redemption: the points spent on it. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...LoyaltyPointsModule.linkable.loyaltyRedemption.order_id, alias: "loyalty_redemption" },
  { readOnly: true }
)
