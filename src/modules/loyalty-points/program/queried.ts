import { RULE_FIELDS } from "../../../domain/program/rules"
import { columns, queryEntity } from "../query/entity"
import { toProgram } from "./program-dto"
import type { LoyaltyProgram } from "./program.entity"
import type { LoyaltyProgramDTO } from "./types"

/** Programs that are not deleted, with their rules as they are now. */
export const PROGRAMS = queryEntity<"LoyaltyProgram", LoyaltyProgram, LoyaltyProgramDTO>(
  {
    name: "LoyaltyProgram",
    alias: "loyalty_program",
    idPrefix: "lprog",
    linkable: ["id"],
    schema: `
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
`,
  },
  {
    select: "p.*",
    from: "(SELECT * FROM loyalty_program WHERE deleted_at IS NULL) p",
    fields: columns("p", [
      "id",
      "currency_code",
      "name",
      "version",
      "created_at",
      "updated_at",
      ...RULE_FIELDS,
    ]),
    defaultOrder: "p.currency_code",
    toDTO: toProgram,
  }
)
