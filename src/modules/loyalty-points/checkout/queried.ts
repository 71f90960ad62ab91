import { columns, queryEntity } from "../query/entity"
import { toRedemption } from "./redemption-dto"
import type { LoyaltyRedemptionDTO, RedemptionRow } from "./redemption-dto"

/** Points requested, held or spent on carts and draft orders. */
export const REDEMPTIONS = queryEntity<"LoyaltyRedemption", RedemptionRow, LoyaltyRedemptionDTO>(
  {
    name: "LoyaltyRedemption",
    alias: "loyalty_redemption",
    idPrefix: "lred",
    linkable: ["id", "order_id"],
    schema: `
  type LoyaltyRedemptionTarget {
    type: String!
    id: String!
  }
  type LoyaltyRedemptionLine {
    line_id: String!
    points_per_unit: Int!
    units: Float!
  }
  type LoyaltyRedemption {
    id: ID!
    cart_id: String
    target: LoyaltyRedemptionTarget!
    wallet: String!
    order_id: String
    customer_id: String!
    status: String!
    points_requested: Int!
    points: Int!
    discount: Float!
    lines: [LoyaltyRedemptionLine!]
    currency_code: String!
  }
`,
  },
  {
    select: "r.*",
    from: "loyalty_redemption r",
    fields: {
      cart_id: {
        sql: "CASE WHEN r.target_type = 'cart' THEN r.target_id END",
        oneOf: (places) => `(r.target_type = 'cart' AND r.target_id IN (${places.join(", ")}))`,
      },
      ...columns("r", [
        "id",
        "target_type",
        "target_id",
        "wallet",
        "order_id",
        "customer_id",
        "status",
        "points",
        "currency_code",
        "created_at",
        "updated_at",
      ]),
    },
    defaultOrder: "r.created_at DESC, r.id",
    toDTO: toRedemption,
  }
)
