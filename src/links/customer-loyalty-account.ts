import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"

import LoyaltyPointsModule from "../modules/loyalty-points"

/** customer → loyalty_account in the wallet `points`: one, however many wallets the customer has. */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  { ...LoyaltyPointsModule.linkable.loyaltyAccount.points_customer_id, alias: "loyalty_account" },
  { readOnly: true }
)
