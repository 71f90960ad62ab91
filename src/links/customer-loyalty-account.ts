import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"

import LoyaltyPointsModule from "../modules/loyalty-points"

/** customer → loyalty_account, through the account's customer_id. */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  { ...LoyaltyPointsModule.linkable.loyaltyAccount.customer_id, alias: "loyalty_account" },
  { readOnly: true }
)
