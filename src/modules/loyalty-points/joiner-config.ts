import type { ModuleJoinerConfig } from "@medusajs/framework/types"

import { LOYALTY_POINTS_MODULE } from "./key"

const SCHEMA = `
  type LoyaltyExpiry {
    points: Int!
    expires_at: DateTime!
  }
  type LoyaltyAccount {
    id: ID!
    customer_id: String!
    wallet: String!
    balance: Int!
    held: Int!
    pending: Int!
    available: Int!
    lifetime_earned: Int!
    lifetime_redeemed: Int!
    expiring: [LoyaltyExpiry!]!
    expiry_reminders: Boolean!
    closed_at: DateTime
    merged_into: String
    created_at: DateTime!
    updated_at: DateTime!
  }
  type LoyaltyTransaction {
    id: ID!
    account_id: String!
    kind: String!
    points: Int!
    balance_after: Int!
    order_id: String
    cart_id: String
    return_id: String
    reason: String
    actor_type: String
    actor_id: String
    program_version: Int
    expires_at: DateTime
    details: JSON
    occurred_at: DateTime!
    created_at: DateTime!
  }
  type LoyaltyProgram {
    id: ID!
    currency_code: String!
    name: String!
    is_enabled: Boolean!
    points_per_currency_unit: String!
    point_value: String!
    minimum_balance: Int!
    minimum_order_total: String!
    maximum_discount: String
    maximum_discount_percent: String
    validity_days: Int
    earn_on: String!
    pending_days: Int!
    earning_basis: String!
    rounding: String!
    combine_with_promotions: Boolean!
    clawback_policy: String!
    version: Int!
    created_at: DateTime!
    updated_at: DateTime!
  }
  type LoyaltyRedemption {
    id: ID!
    cart_id: String!
    order_id: String
    customer_id: String!
    status: String!
    points_requested: Int!
    points: Int!
    discount: Float!
    currency_code: String!
  }
`

const alias = (name: string, entity: string) => ({
  name: [name, `${name}s`],
  entity,
  args: { methodSuffix: `${entity}s` },
})

/** What Query and links know of the module. */
export const joinerConfig: ModuleJoinerConfig = {
  serviceName: LOYALTY_POINTS_MODULE,
  primaryKeys: ["id"],
  linkableKeys: {
    loyalty_account_id: "LoyaltyAccount",
    loyalty_account_customer_id: "LoyaltyAccount",
    loyalty_transaction_id: "LoyaltyTransaction",
    loyalty_program_id: "LoyaltyProgram",
    loyalty_redemption_id: "LoyaltyRedemption",
    loyalty_redemption_order_id: "LoyaltyRedemption",
  },
  schema: SCHEMA,
  alias: [
    alias("loyalty_account", "LoyaltyAccount"),
    alias("loyalty_transaction", "LoyaltyTransaction"),
    alias("loyalty_program", "LoyaltyProgram"),
    alias("loyalty_redemption", "LoyaltyRedemption"),
  ],
  idPrefixToEntityName: {
    lacc: "LoyaltyAccount",
    ltx: "LoyaltyTransaction",
    lprog: "LoyaltyProgram",
    lred: "LoyaltyRedemption",
  },
}
