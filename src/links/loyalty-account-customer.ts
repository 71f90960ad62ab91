import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"

import LoyaltyPointsModule from "../modules/loyalty-points"

/** loyalty_account → customer. */
export default defineLink(
  { linkable: LoyaltyPointsModule.linkable.loyaltyAccount.id, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
