import { columns, queryEntity } from "../query/entity"
import { toRedemption } from "./redemption-dto"
import type { LoyaltyRedemptionDTO, RedemptionRow } from "./redemption-dto"

/** Points asked for, held or spent on carts and draft orders. */
export const REDEMPTIONS = queryEntity<"LoyaltyRedemption", RedemptionRow, LoyaltyRedemptionDTO>(
  {
    name: "LoyaltyRedemption",
    alias: "loyalty_redemption",
    idPrefix: "lred",
    linkable: ["id", "order_id"],
    schema: `
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
`,
  },
  {
    select: "r.*",
    from: "loyalty_redemption r",
    fields: columns("r", [
      "id",
      "cart_id",
      "order_id",
      "customer_id",
      "status",
      "points",
      "currency_code",
      "created_at",
      "updated_at",
    ]),
    defaultOrder: "r.created_at DESC, r.id",
    toDTO: toRedemption,
  }
)
